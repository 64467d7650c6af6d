# Raising classes, instances, and what cannot be raised.
for value in (ValueError, ValueError("x"), ValueError(), KeyError):
    try:
        raise value
    except (ValueError, KeyError) as error:
        print(repr(error))
        #> ValueError()
        #> ValueError('x')
        #> ValueError()
        #> KeyError()
for value in (5, "text", None, object, int):
    try:
        raise value
    except TypeError as error:
        print(error)
        #> exceptions must derive from BaseException
        #> exceptions must derive from BaseException
        #> exceptions must derive from BaseException
        #> exceptions must derive from BaseException
        #> exceptions must derive from BaseException
try:
    raise
except RuntimeError as error:
    print(error)  #> No active exception to reraise
class NeedsArgs(Exception):
    def __init__(self, a, b): pass
try:
    raise NeedsArgs
except TypeError as error:
    print(error)  #> NeedsArgs.__init__() missing 2 required positional arguments: 'a' and 'b'
try:
    raise ValueError from 5
except TypeError as error:
    print(error)  #> exception causes must derive from BaseException
