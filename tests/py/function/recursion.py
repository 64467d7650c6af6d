# Recursion: factorial, mutual recursion, Ackermann, hanoi.
def factorial(n): return 1 if n < 2 else n * factorial(n - 1)
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
def ackermann(m, n):
    if m == 0: return n + 1
    if n == 0: return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))
def hanoi(n, a, b, c): return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(factorial(30), even(100), odd(101), ackermann(2, 3), hanoi(8, "a", "b", "c"))
#> 265252859812191058636308480000000 True True 9 255
