# Empty braces.
#! line 3: SyntaxError: f-string: empty expression not allowed
x = f"{}"
