# Assignment expressions in conditions, comprehensions and calls.
if (n := 5) > 3: print(n)  #> 5
while (n := n - 1) > 2: print(n)
#> 4
#> 3
print([y := 1, y + 1], (z := 3) + z, [last := i for i in range(3)], last, [v for i in range(6) if (v := i * i) % 2])
#> [1, 2] 6 [0, 1, 2] 2 [1, 9, 25]
def f():
    total = 0
    partial = [total := total + x for x in (1, 2, 3)]
    return total, partial, (lambda: (w := 9) + w)()
print(f(), any((found := x) > 2 for x in [1, 5, 3]), found, len(s := "abc"), s)
#> (6, [1, 3, 6], 18) True 5 3 abc
print(f"{(q := 7)} {q}", {(k := "key"): (v := 1)}, k)  #> 7 7 {'key': 1} key
