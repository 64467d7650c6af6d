# A character that starts no token.
#! line 3: SyntaxError: invalid syntax
x = 5 ? 3
