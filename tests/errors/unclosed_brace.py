# A brace left open.
#! line 3: SyntaxError: '{' was never closed
x = {1: 2
