# differs: parameters of one function
# python:  (300, 0)
# here:    SyntaxError: more than 250 parameters in a function
# reason:  parameters arrive in registers, and a frame has at most 255 of them
# instead: *args, or one object
source = "def f(%s): pass" % ", ".join("p%d" % n for n in range(300))
exec(source)
print((f.__code__.co_argcount, f.__code__.co_kwonlyargcount))
