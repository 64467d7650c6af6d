async def items():
#! line 3: SyntaxError: 'yield from' inside async function
    yield from []
