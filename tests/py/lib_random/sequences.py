# The same seed gives the same numbers as in CPython.
import random
for seed in (0, 1, 42, -42, 2**40, 10**30, 2**3000):
    r = random.Random(seed)
    print(r.random(), r.random(), r.getrandbits(5), r.getrandbits(32), r.getrandbits(100), r.randrange(1000), r.randint(-5, 5), r.choice("abcdef"))
    #> 0.8444218515250481 0.7579544029403025 13 173879092 595104494081739791237831482938 414 -1 d
    #> 0.13436424411240122 0.8474337369372327 24 271041745 989990361817605419587374691388 460 2 f
    #> 0.6394267984578837 0.025010755222666936 8 1051802512 137577423665220539048064734942 692 3 a
    #> 0.6394267984578837 0.025010755222666936 8 1051802512 137577423665220539048064734942 692 3 a
    #> 0.1036394562812375 0.6705558677439764 13 208659080 683460653347740843355731546853 79 5 d
    #> 0.9341508484568806 0.5253068813972436 11 93094754 1041456014214183709722948363411 422 2 b
    #> 0.7986703541352097 0.05256750494635509 1 809686292 858252258934849998396949950228 681 2 f
r = random.Random(7)
print([r.randrange(10) for _ in range(20)], [r.randrange(3, 30, 4) for _ in range(5)], [r.randrange(10, 0, -3) for _ in range(5)], r.randrange(10**20), r.getrandbits(0))
#> [5, 2, 6, 0, 1, 8, 1, 5, 9, 0, 8, 3, 0, 1, 6, 6, 1, 3, 1, 8] [15, 3, 27, 19, 3] [7, 10, 1, 10, 7] 60682580644913987245 0
x = list(range(20)); r.shuffle(x); print(x, r.sample(range(100), 10), r.sample("abcdefgh", 3), r.sample(range(10**6), 5), r.sample(["a", "b"], 4, counts=[3, 2]))
#> [12, 2, 11, 7, 6, 0, 19, 8, 14, 15, 18, 10, 13, 16, 1, 5, 9, 3, 17, 4] [99, 40, 59, 74, 58, 46, 38, 31, 23, 89] ['d', 'a', 'e'] [314834, 550708, 519167, 917648, 360160] ['b', 'a', 'b', 'a']
print(r.choices("abc", k=8), r.choices([1, 2, 3], [10, 1, 1], k=8), r.choices("xy", cum_weights=[1, 5], k=5), r.uniform(1, 5), r.uniform(5, -5), r.randbytes(5))
#> ['a', 'b', 'c', 'a', 'b', 'a', 'c', 'c'] [1, 2, 1, 1, 1, 1, 1, 2] ['y', 'y', 'y', 'x', 'y'] 3.588515418110675 -4.930959394666342 b'\xa5\xa9i\xd2r'
random.seed(123); a = [random.random() for _ in range(3)]; random.seed(123); print(a == [random.random() for _ in range(3)], a)
#> True [0.052363598850944326, 0.08718667752263232, 0.4072417636703983]
state = random.getstate(); b = random.randint(1, 100); random.setstate(state); print(b == random.randint(1, 100), b, state[0], len(state[1]), state[1][:2], state[1][-1])
#> True 14 3 625 (1162432406, 3822999384) 6
r = random.Random(5); [r.random() for _ in range(700)]; print(r.random(), r.getrandbits(64))
#> 0.9569111041768784 6482224239094777324
