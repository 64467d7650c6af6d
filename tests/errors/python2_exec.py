# The exec statement of Python 2.
#! line 3: SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?
exec "x = 1"
