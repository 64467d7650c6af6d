# The = form shows the expression's own text.
n, x = 5, 1.5
print(f"{n=} {x=:.2f} {n = } {n+1=} {'a'=}", f"{n=!s} {'q'=!r:>5}")
#> n=5 x=1.50 n = 5 n+1=6 'a'='a' n=5 'q'=  'q'
