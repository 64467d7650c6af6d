def f(items):
#! line 3: SyntaxError: asynchronous comprehension outside of an asynchronous function
    return [x async for x in items]
