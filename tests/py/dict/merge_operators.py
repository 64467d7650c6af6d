# | and |=.
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, a)  #> {'x': 1, 'y': 3, 'z': 4} {'y': 2, 'z': 4, 'x': 1} {'x': 1, 'y': 2}
a |= b; print(a)  #> {'x': 1, 'y': 3, 'z': 4}
a |= [("q", 0)]; print(a)  #> {'x': 1, 'y': 3, 'z': 4, 'q': 0}
for call in (lambda: {} | [], lambda: [] | {}, lambda: {} + {}):
    try:
        call()
    except TypeError as error:
        print(error)
        #> unsupported operand type(s) for |: 'dict' and 'list'
        #> unsupported operand type(s) for |: 'list' and 'dict'
        #> unsupported operand type(s) for +: 'dict' and 'dict'
