# What module random refuses.
import random
r = random.Random(1)
for call in (lambda: r.choice([]), lambda: r.randrange(0), lambda: r.randrange(5, 5), lambda: r.randrange(5, 1), lambda: r.randrange(1, 5, 0), lambda: r.randrange(1, 5, -1), lambda: r.randint(5, 1), lambda: r.sample([1, 2], 3), lambda: r.sample([1], -1), lambda: r.sample({1, 2}, 1), lambda: r.sample({1: 2}, 1), lambda: r.choices([1, 2], [1]), lambda: r.choices([1, 2], [0, 0]), lambda: r.choices([1], 5), lambda: r.choices([1], [1], cum_weights=[1]), lambda: r.getrandbits(-1), lambda: r.gammavariate(0, 1), lambda: random.nothing, lambda: r.nothing, lambda: r.sample([1, 2], 1, counts=[1])):
    try:
        print(call())
    except (ValueError, TypeError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)
        #> IndexError Cannot choose from an empty sequence
        #> ValueError empty range for randrange()
        #> ValueError empty range for randrange() (5, 5, 0)
        #> ValueError empty range for randrange() (5, 1, -4)
        #> ValueError zero step for randrange()
        #> ValueError empty range for randrange()
        #> ValueError empty range for randrange() (5, 2, -3)
        #> ValueError Sample larger than population or is negative
        #> ValueError Sample larger than population or is negative
        #> TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
        #> TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
        #> ValueError The number of weights does not match the population
        #> ValueError Total of weights must be greater than zero
        #> TypeError The number of choices must be a keyword argument: k=5
        #> TypeError Cannot specify both weights and cumulative weights
        #> ValueError number of bits must be non-negative
        #> ValueError gammavariate: alpha and beta must be > 0.0
        #> AttributeError module 'random' has no attribute 'nothing'
        #> AttributeError 'Random' object has no attribute 'nothing'
        #> ValueError The number of counts does not match the population
class Loaded(random.Random):
    def random(self): return 0.25
    def getrandbits(self, k): return 0
l = Loaded(); print(l.random(), l.uniform(0, 4), l.choice("xyz"), l.randint(1, 6), l.choices("abcd", k=2), l.shuffle([1]))
#> 0.25 1.0 x 1 ['b', 'b'] None
