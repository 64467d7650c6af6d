# return in a class body.
#! line 4: SyntaxError: 'return' outside function
class C:
    return 1
