# differs: parameters of one function
# python:  (120, 0)
# here:    SyntaxError: more than 100 parameters and captured variables in a function
# reason:  parameters are registers, and an instruction has seven bits for a register
# instead: *args, or one object
source = "def f(%s): pass" % ", ".join("p%d" % n for n in range(120))
exec(source)
print((f.__code__.co_argcount, f.__code__.co_kwonlyargcount))
