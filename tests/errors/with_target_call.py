# A call is no target of with.
#! line 3: SyntaxError: cannot assign to function call
with a as f():
    pass
