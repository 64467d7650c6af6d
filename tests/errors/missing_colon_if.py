# A compound statement without its colon.
#! line 3: SyntaxError: expected ':'
if x
    pass
