# A star takes what is left over.
a, *b = 1, 2, 3
*c, d = "xyz"
e, *f, g = range(5)
h, *i = [1]
*j, = "ab"
k, (l, *m), n = 1, (2, 3, 4), 5
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n)
#> 1 [2, 3] ['x', 'y'] z 0 [1, 2, 3] 4 1 [] ['a', 'b'] 1 2 [3, 4] 5
first, *_, last = "hello world".split() + ["!"]
print(first, _, last)  #> hello ['world'] !
