# Sequence patterns with stars and nesting.
def f(x):
    match x:
        case []: return "empty"
        case [one]: return ("one", one)
        case [1, *rest]: return ("starts with 1", rest)
        case (a, b, "end"): return ("end", a, b)
        case [[x, y], *_]: return ("nested", x, y)
        case [first, *middle, last]: return (first, middle, last)
        case _: return "no sequence"
for x in ([], [5], [1, 2, 3], (7, 8, "end"), [[1, 2], 3], range(4), "text", {1: 2}, iter([])):
    print(f(x))
    #> empty
    #> ('one', 5)
    #> ('starts with 1', [2, 3])
    #> ('end', 7, 8)
    #> ('nested', 1, 2)
    #> (0, [1, 2], 3)
    #> no sequence
    #> no sequence
    #> no sequence
