# Raising in __exit__ chains; a true value swallows; the value matters, not its type.
class Raises:
    def __enter__(self): pass
    def __exit__(self, *details): raise ValueError("from exit")
class Truthy:
    def __enter__(self): pass
    def __exit__(self, *details): return [1]
try:
    with Raises():
        raise KeyError("body")
except ValueError as error:
    print(error, repr(error.__context__))  #> from exit KeyError('body')
try:
    with Raises():
        pass
except ValueError as error:
    print(error, error.__context__)  #> from exit None
with Truthy():
    1 / 0
print("after")  #> after
