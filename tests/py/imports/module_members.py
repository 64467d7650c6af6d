# What a module has is found at once, and what was changed is found as changed.
import heapq
import math
import sys


def roots(n):
    return [math.sqrt(x) for x in range(n)]


print(roots(5))  #> [0.0, 1.0, 1.4142135623730951, 1.7320508075688772, 2.0]
root = math.sqrt
math.sqrt = lambda x: "mine"
print(roots(2))  #> ['mine', 'mine']
math.sqrt = root
print(roots(2))  #> [0.0, 1.0]
own = vars(heapq)
held = own["heappop"]


def draw():
    return heapq.heappop([3, 4])


heapq.heappop = lambda heap: 0.5
print(draw(), draw())  #> 0.5 0.5
own["heappop"] = lambda heap: 0.25
print(draw(), draw())  #> 0.25 0.25
own["extra"] = 7
print(heapq.extra, heapq.extra)  #> 7 7
for i in range(100):
    own["more%d" % i] = i
print(heapq.extra, heapq.more99, draw())  #> 7 99 0.25
del own["extra"]
try:
    heapq.extra
except AttributeError:
    print("no extra")  #> no extra
heapq.heappop = held
print(draw(), draw())  #> 3 3


def fails():
    return math.sqrt(-1)


for turn in range(2):
    try:
        fails()
    except ValueError as error:
        print(error)
    try:
        math.sqrt()
    except TypeError as error:
        print("arguments")
    try:
        math.sqrt("x")
    except TypeError as error:
        print(error)
        #> math domain error
        #> arguments
        #> must be real number, not str
        #> math domain error
        #> arguments
        #> must be real number, not str


class Root:
    def __float__(self):
        return 16.0


print([math.sqrt(Root()) for _ in range(3)], [math.floor(x / 2) for x in range(4)])
#> [4.0, 4.0, 4.0] [0, 0, 1, 1]
print([math.isclose(1.0, 1.0 + 1e-12, rel_tol=tol) for tol in (1e-9, 1e-15)], math.gcd(*[12, 18]))
#> [True, False] 6
print([math.pi == 3.141592653589793 for _ in range(2)], [sys.maxsize > 0 for _ in range(2)])
#> [True, True] [True, True]
print(sorted([3, 1, 2], key=math.cos), list(map(math.trunc, (1.5, -1.5))))  #> [3, 2, 1] [1, -1]
