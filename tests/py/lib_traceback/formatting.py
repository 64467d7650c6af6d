# Exceptions as text: the places, the chain, the last line.
import traceback
from traceback import format_exc, format_exception, format_exception_only, format_tb, extract_tb, TracebackException
def places(text):
    # Without source lines, which a machine may not have, without line numbers and the path of this file.
    for line in text.split("\n"):
        if not line.startswith("    "):
            line = line.replace(__file__, "FILE")
            print(line if line.startswith("  [") else "".join([char for char in line if not char.isdigit()]))
def inner(x):
    return 1 / x
def outer(x):
    try:
        return inner(x)
    except ZeroDivisionError as error:
        raise KeyError("no") from error
try:
    outer(0)
except KeyError as error:
    places(format_exc())
    #> Traceback (most recent call last):
    #>   File "FILE", line , in outer
    #>   File "FILE", line , in inner
    #> ZeroDivisionError: division by zero
    #>
    #> The above exception was the direct cause of the following exception:
    #>
    #> Traceback (most recent call last):
    #>   File "FILE", line , in <module>
    #>   File "FILE", line , in outer
    #> KeyError: 'no'
    #>
    print([f.name for f in extract_tb(error.__traceback__)], len(format_tb(error.__traceback__)), format_exception_only(error), format_exception(error, chain=False)[-1], format_exception(type(error), error, error.__traceback__) == format_exception(error))
    #> ['<module>', 'outer'] 2 ["KeyError: 'no'\n"] KeyError: 'no'
    #>  True
    print(list(TracebackException.from_exception(error).format_exception_only()), str(TracebackException.from_exception(error)))
    #> ["KeyError: 'no'\n"] 'no'
    places("".join(format_exception(error, limit=1, chain=False)))
    #> Traceback (most recent call last):
    #>   File "FILE", line , in <module>
    #> KeyError: 'no'
    #>
try:
    try:
        {}["x"]
    except KeyError:
        int("q")
except ValueError:
    places(format_exc())
    #> Traceback (most recent call last):
    #>   File "FILE", line , in <module>
    #> KeyError: 'x'
    #>
    #> During handling of the above exception, another exception occurred:
    #>
    #> Traceback (most recent call last):
    #>   File "FILE", line , in <module>
    #> ValueError: invalid literal for int() with base : 'q'
    #>
try:
    try: 1 / 0
    except ZeroDivisionError: raise TypeError("quiet") from None
except TypeError: places(format_exc())
#> Traceback (most recent call last):
#>   File "FILE", line , in <module>
#> TypeError: quiet
#>
class Own(Exception): pass
class Loud(Exception):
    def __str__(self): raise ValueError
print(format_exception_only(Own()), format_exception_only(Own("m", 1)), format_exception_only(Loud()), format_exception_only(ValueError, ValueError("v")), format_exception_only(StopIteration()))
#> ['Own\n'] ["Own: ('m', 1)\n"] ['Loud: <exception str() failed>\n'] ['ValueError: v\n'] ['StopIteration\n']
e = ValueError("noted"); e.add_note("first\nsecond"); print(format_exception_only(e))
#> ['ValueError: noted\n', 'first\n', 'second\n']
def deep(n): return 1 / 0 if not n else deep(n - 1)
try: deep(20)
except ZeroDivisionError: places(format_exc())
#> Traceback (most recent call last):
#>   File "FILE", line , in <module>
#>   File "FILE", line , in deep
#>   File "FILE", line , in deep
#>   File "FILE", line , in deep
#>   [Previous line repeated 18 more times]
#> ZeroDivisionError: division by zero
#>
class Out:
    text = ""
    def write(self, part): self.text += part
out = Out()
try: inner(0)
except ZeroDivisionError: traceback.print_exc(file=out)
places(out.text)
#> Traceback (most recent call last):
#>   File "FILE", line , in <module>
#>   File "FILE", line , in inner
#> ZeroDivisionError: division by zero
#>
traceback.print_exception(ValueError("alone"), file=out); print(out.text.split("\n")[-2])
#> ValueError: alone
try: compile("a b", "f.py", "exec")
except SyntaxError as error: print(format_exception_only(error)[0], format_exception_only(error)[-1], end="")
#>   File "f.py", line 1
#>  SyntaxError: invalid syntax
