# True as a keyword name.
#! line 3: SyntaxError: cannot assign to True
f(True=1)
