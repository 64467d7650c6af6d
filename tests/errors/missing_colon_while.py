# while without its colon.
#! line 3: SyntaxError: expected ':'
while True
    pass
