# __debug__ cannot be assigned.
#! line 3: SyntaxError: cannot assign to __debug__
__debug__ = 1
