# A traceback knows the line of every frame.
def inner():
    raise ValueError("here")
def outer():
    x = 1
    inner()
try:
    outer()
except ValueError as error:
    trace = error.__traceback__
    lines = []
    while trace is not None:
        lines.append(trace.tb_lineno)
        trace = trace.tb_next
    print(lines)  #> [8, 6, 3]
