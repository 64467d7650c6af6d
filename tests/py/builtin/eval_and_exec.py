# eval and exec with and without namespaces.
x = 10
print(eval("x + 1"), eval(" 2 * 3 "), eval("[i for i in range(3)]"), eval("a + b", {"a": 1, "b": 2}), eval("x", {"x": "own"}), eval("a + x", {"a": 1}, {"x": 5}))
#> 11 6 [0, 1, 2] 3 own 6
exec("y = x * 2\nz = y + 1")
print(y, z, exec("pass"))  #> 20 21 None
space = {"n": 5}
exec("def f(k): return k * n\nresult = f(4)", space)
print(space["result"], space["f"](2), "__builtins__" in space, sorted(k for k in space if k != "__builtins__"))
#> 20 10 True ['f', 'n', 'result']
def local():
    v = 3
    return eval("v * 2")
print(local())  #> 6
for text in ("1 +", "x = 1", "", "(", "import sys"):
    try:
        eval(text)
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno, error.offset)
        #> SyntaxError invalid syntax 1 0
        #> SyntaxError invalid syntax 1 3
        #> SyntaxError invalid syntax 0 0
        #> SyntaxError '(' was never closed 1 1
        #> SyntaxError invalid syntax 1 1
try:
    eval(5)
except TypeError as error:
    print(error)  #> eval() arg 1 must be a string, bytes or code object
try:
    eval("1 / 0")
except ZeroDivisionError as error:
    print(error)  #> division by zero
