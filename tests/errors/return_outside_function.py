# return at module level.
#! line 4: SyntaxError: 'return' outside function
x = 1
return x
