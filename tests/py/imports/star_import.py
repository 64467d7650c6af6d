# import * takes __all__, or all public names.
from modules.star import *
print(listed, also, "unlisted" in globals())  #> 1 2 False
from modules.simple import *  #> simple is running as modules.simple
print(value, double(2), "_private" in globals())  #> 42 4 False
