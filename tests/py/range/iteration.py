# Iterating forwards, backwards, nested, with early exit and a rebinding loop variable.
print([i for i in range(3)], list(reversed(range(0, 10, 4))), sum(range(1000)), sorted(range(5), reverse=True))
#> [0, 1, 2] [8, 4, 0] 499500 [4, 3, 2, 1, 0]
for i in range(3):
    i *= 10
    print(i)
    #> 0
    #> 10
    #> 20
print(i)  #> 20
n = 3
for i in range(n):
    n = 100
print(i, n)  #> 2 100
for i in range(0):
    pass
print(i)  #> 2
it = iter(range(2))
print(next(it), next(it), next(it, "end"), next(it, "end"))  #> 0 1 end end
