# differs: sys.exc_clear
# python:  AttributeError: module 'sys' has no attribute 'exc_clear'
# here:    None
# reason:  programs written for Python 2 consoles call it; here it does no harm
# instead: leave the except clause
import sys
print(sys.exc_clear())
