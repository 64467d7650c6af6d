# A module runs at its first import only.
# needs: compiler.docstrings
import modules.simple  #> simple is running as modules.simple
import modules.simple as again
from modules import simple
print(modules.simple.value, again is simple, simple.double(4), simple.__doc__, simple.__name__)
#> 42 True 8 A module. modules.simple
simple.value = 7
from modules.simple import value
print(value)  #> 7
