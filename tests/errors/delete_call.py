# A call cannot be deleted.
#! line 3: SyntaxError: cannot delete function call
del f()
