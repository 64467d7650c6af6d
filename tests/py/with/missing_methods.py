# Objects that are no context managers.
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
def use(m):
    with m: pass
for m in (5, NoExit(), NoEnter()):
    try:
        use(m)
    except TypeError as error:
        print(error)
        #> 'int' object does not support the context manager protocol
        #> 'NoExit' object does not support the context manager protocol (missed __exit__ method)
        #> 'NoEnter' object does not support the context manager protocol
