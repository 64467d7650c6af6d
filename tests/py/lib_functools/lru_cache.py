# lru_cache remembers, counts and forgets what was used least recently.
from functools import lru_cache, cache
calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append((x, y))
    return x + y
for args in (1, 2, 1, 3, 1, 2, 3):
    f(args)
print(calls, f.cache_info())
#> [(1, 0), (2, 0), (3, 0), (2, 0), (3, 0)] CacheInfo(hits=2, misses=5, maxsize=2, currsize=2)
print(f(1, y=5), f(1, y=5), f.cache_info().hits, f.cache_parameters())
#> 6 6 3 {'maxsize': 2, 'typed': False}
f.cache_clear()
print(f.cache_info(), f.__wrapped__(4, 5), f.__name__)
#> CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) 9 f
@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
#> 23416728348467685 CacheInfo(hits=78, misses=81, maxsize=128, currsize=81)
@cache
def fact(n):
    return n * fact(n - 1) if n else 1
print(fact(20), fact.cache_info())
#> 2432902008176640000 CacheInfo(hits=0, misses=21, maxsize=None, currsize=21)
@lru_cache(maxsize=None, typed=True)
def kind(x):
    return type(x).__name__
print(kind(3), kind(3.0), kind(True), kind(3), kind.cache_info())
#> int float bool int CacheInfo(hits=1, misses=3, maxsize=None, currsize=3)
@lru_cache(0)
def never(x):
    return x
print(never(1), never(1), never.cache_info())
#> 1 1 CacheInfo(hits=0, misses=2, maxsize=0, currsize=0)
@lru_cache(-5)
def negative(x):
    return x
print(negative.cache_info())  #> CacheInfo(hits=0, misses=0, maxsize=0, currsize=0)
class C:
    @lru_cache
    def method(self, x):
        return x * 2
c = C()
print(c.method(4), c.method(4), C.method.cache_info())
#> 8 8 CacheInfo(hits=1, misses=1, maxsize=128, currsize=1)
for call in (lambda: f([1]), lambda: lru_cache("x"), lambda: fib()):
    try:
        call()
    except TypeError as error:
        print(error)
        #> unhashable type: 'list'
        #> Expected first argument to be an integer, a callable, or None
        #> fib() missing 1 required positional argument: 'n'
def fails(x):
    raise ValueError(x)
failing = cache(fails)
for i in range(2):
    try:
        failing(1)
    except ValueError as error:
        print(error, failing.cache_info())
        #> 1 CacheInfo(hits=0, misses=1, maxsize=None, currsize=0)
        #> 1 CacheInfo(hits=0, misses=2, maxsize=None, currsize=0)
@lru_cache
def same(x):
    return type(x).__name__
print(same(1), same(1.0), same(True), same((1,)), same.cache_info())
#> int float float tuple CacheInfo(hits=1, misses=3, maxsize=128, currsize=3)
