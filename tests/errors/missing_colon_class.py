# A class without its colon.
#! line 3: SyntaxError: expected ':'
class C
    pass
