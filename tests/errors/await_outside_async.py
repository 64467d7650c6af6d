# await in a plain function.
#! line 4: SyntaxError: 'await' outside async function
def f():
    await g()
