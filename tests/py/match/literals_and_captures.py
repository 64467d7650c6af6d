# Literal, capture, wildcard, or-patterns and guards.
def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2 | 3: return "small"
        case -5: return "minus five"
        case "text": return "text"
        case None: return "none"
        case True: return "true"
        case 2.5: return "float"
        case int() if x > 1000: return "huge"
        case other if isinstance(other, str): return "str " + other
        case _: return "other"
print([f(x) for x in (0, 2, -5, "text", None, True, 2.5, 5000, "abc", [1], 7)])
#> ['zero', 'small', 'minus five', 'text', 'none', 'small', 'float', 'huge', 'str abc', 'other', 'other']
