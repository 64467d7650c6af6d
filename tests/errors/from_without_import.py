# from without import.
#! line 3: SyntaxError: invalid syntax
from x
