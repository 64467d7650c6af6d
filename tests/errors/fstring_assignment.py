# An assignment inside the braces.
#! line 3: SyntaxError: f-string: expecting '}'
x = f"{a = b = c}"
