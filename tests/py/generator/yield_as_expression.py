# yield in expressions, calls, displays and conditions.
def g():
    x = (yield 1) or "nothing"
    print("x", x)
    print("list", [(yield 2), (yield 3)])
    if (yield 4): print("true")
    print("sum", (yield 5) + (yield 6))
it = g()
next(it)
for value in ("first", "a", "b", True, 10, 20):
    try:
        print("yielded", it.send(value))
        #> x first
        #> yielded 2
        #> yielded 3
        #> list ['a', 'b']
        #> yielded 4
        #> true
        #> yielded 5
        #> yielded 6
        #> sum 30
    except StopIteration:
        print("stopped")  #> stopped
