# An expression as a keyword name.
#! line 3: SyntaxError: expression cannot contain assignment, perhaps you meant "=="?
f(a.b=1)
