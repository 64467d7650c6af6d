# A backslash inside the braces.
#! line 3: SyntaxError: f-string expression part cannot include a backslash
x = f"{'\n'}"
