# A brace left open in an f-string.
#! line 3: SyntaxError: f-string: expecting '}'
x = f"{a"
