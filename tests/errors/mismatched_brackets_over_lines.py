# The opening bracket's line is named.
#! line 5: SyntaxError: closing parenthesis ')' does not match opening parenthesis '[' on line 3
x = [1,
     2,
     3)
