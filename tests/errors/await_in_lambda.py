async def f(x):
#! line 3: SyntaxError: 'await' outside async function
    return lambda: await x
