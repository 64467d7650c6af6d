# A dollar sign.
#! line 3: SyntaxError: invalid syntax
x = $5
