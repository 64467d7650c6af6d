# A lone closing brace.
#! line 3: SyntaxError: f-string: single '}' is not allowed
x = f"a}"
