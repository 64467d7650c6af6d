# closing, suppress, nullcontext, redirect_stdout, ContextDecorator.
from contextlib import closing, suppress, nullcontext, redirect_stdout, ContextDecorator, AbstractContextManager
class Thing:
    def close(self): print("closed")
with closing(Thing()) as t: print(type(t).__name__)
#> Thing
#> closed
try:
    with closing(Thing()): raise KeyError("k")  #> closed
except KeyError as error: print(repr(error))  #> KeyError('k')
with suppress(KeyError, IndexError): {}["x"]
with suppress(LookupError): [][1]
try:
    with suppress(KeyError): 1 / 0
except ZeroDivisionError as error: print(error)  #> division by zero
with suppress(): pass
with nullcontext(5) as five, nullcontext() as none: print(five, none)  #> 5 None
class Out:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
out = Out()
with redirect_stdout(out) as target: print("hidden", 1, sep="-"); target is out or print("?")
print("shown", out.parts and "".join(out.parts).strip())  #> shown hidden-1
class Mark(ContextDecorator):
    def __enter__(self): print("<"); return self
    def __exit__(self, *exc): print(">"); return False
@Mark()
def marked(x): print(x)
marked(1); marked(2)
#> <
#> 1
#> >
#> <
#> 2
#> >
print(isinstance(Mark(), AbstractContextManager), issubclass(int, AbstractContextManager))
#> True False
class Own(AbstractContextManager):
    def __exit__(self, *exc): print("own exit")
with Own() as own: print(type(own).__name__)
#> Own
#> own exit
try:
    AbstractContextManager()
except TypeError as error:
    print(error)
    #> Can't instantiate abstract class AbstractContextManager with abstract method __exit__
