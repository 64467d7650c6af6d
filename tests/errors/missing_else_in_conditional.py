# A conditional expression without else.
#! line 3: SyntaxError: expected 'else' after 'if' expression
x = 1 if True
