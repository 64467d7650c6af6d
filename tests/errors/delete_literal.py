# A literal cannot be deleted.
#! line 3: SyntaxError: cannot delete literal
del 5
