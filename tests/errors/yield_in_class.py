# yield in a class body.
#! line 4: SyntaxError: 'yield' outside function
class C:
    yield 1
