# Mapping patterns.
def f(x):
    match x:
        case {"kind": "circle", "r": r}: return ("circle", r)
        case {"kind": kind, **rest}: return (kind, rest)
        case {}: return "any mapping"
        case _: return "no mapping"
for x in ({"kind": "circle", "r": 2}, {"kind": "box", "w": 1}, {}, {"x": 1}, []):
    print(f(x))
    #> ('circle', 2)
    #> ('box', {'w': 1})
    #> any mapping
    #> any mapping
    #> no mapping
