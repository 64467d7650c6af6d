# async with in a plain function.
#! line 4: SyntaxError: 'async with' outside async function
def f():
    async with x:
        pass
