# break without a loop.
#! line 4: SyntaxError: 'break' outside loop
if True:
    break
