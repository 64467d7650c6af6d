# A compound statement after a semicolon.
#! line 3: SyntaxError: invalid syntax
x = 1; if x: pass
