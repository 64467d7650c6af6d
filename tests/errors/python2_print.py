# The print statement of Python 2.
#! line 3: SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
print "hello"
