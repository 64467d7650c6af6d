# A loop without its colon.
#! line 3: SyntaxError: expected ':'
for i in range(3)
    pass
