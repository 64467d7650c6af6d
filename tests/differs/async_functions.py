# differs: async functions
# python:  <class 'coroutine'>
# here:    SyntaxError: 'async def' is not supported yet by this version of Threadsnake
# reason:  tasklets come first; the grammar is read already
# instead: generators
async def f():
    return 1
c = f()
print(type(c))
c.close()
