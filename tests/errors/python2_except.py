# The comma of Python 2.
#! line 5: SyntaxError: multiple exception types must be parenthesized
try:
    pass
except ValueError, e:
    pass
