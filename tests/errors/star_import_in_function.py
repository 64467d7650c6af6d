# import * belongs to modules.
#! line 4: SyntaxError: import * only allowed at module level
def f():
    from x import *
