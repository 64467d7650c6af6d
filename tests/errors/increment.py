# There is no ++ statement.
#! line 3: SyntaxError: invalid syntax
x++
