# A generator runs on demand and keeps its locals.
def count(n):
    print("start")
    i = 0
    while i < n:
        yield i
        i += 1
    print("end")
g = count(2)
print("made")  #> made
print(next(g))
#> start
#> 0
print(next(g))  #> 1
print(next(g, "default"))
#> end
#> default
print(next(g, "again"), list(g), list(count(3)), iter(g) is g, type(g).__name__, g.__name__)
#> start
#> end
#> again [] [0, 1, 2] True generator count
