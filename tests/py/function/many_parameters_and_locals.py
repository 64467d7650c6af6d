# More than 16 parameters and more than 64 locals.
def wide(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t):
    return (a, e, j, o, t, a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t)
print(wide(*range(20)), wide(t=0, **{name: i for i, name in enumerate("abcdefghijklmnopqrs")}))
#> (0, 4, 9, 14, 19, 190) (0, 4, 9, 14, 0, 171)
source = "def many():\n" + "".join("    v%d = %d\n" % (i, i) for i in range(80)) + "    return " + " + ".join("v%d" % i for i in range(80))
exec(source)
print(many())  #> 3160
