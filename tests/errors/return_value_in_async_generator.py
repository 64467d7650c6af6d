async def items():
#! line 4: SyntaxError: 'return' with value in async generator
    yield 1
    return 2
