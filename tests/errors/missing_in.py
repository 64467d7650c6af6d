# for without in.
#! line 3: SyntaxError: invalid syntax
for x range(3):
    pass
