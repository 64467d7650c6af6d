# The redirection of Python 2, then a string.
#! line 4: SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
print >>f, "x"
print "y"
