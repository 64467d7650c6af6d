# Dotted names are values; captures stay bound; no case may match.
class Color:
    RED = 1
    BLUE = 2
def f(x):
    match x:
        case Color.RED: return "red"
        case Color.BLUE: return "blue"
        case [Color.RED, name]: return "red " + name
    return "none"
print(f(1), f(2), f([1, "x"]), f(3))  #> red blue red x none
match (1, [2, 3]):
    case (a, [b, c]) if a > 5: print("no")
    case (a, [*items]): print(a, items)  #> 1 [2, 3]
print(a, items)  #> 1 [2, 3]
match = 5
case = 6
print(match + case)  #> 11
