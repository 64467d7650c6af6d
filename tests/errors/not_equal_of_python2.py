# The other spelling of !=.
#! line 3: SyntaxError: invalid syntax
x = 1 <> 2
