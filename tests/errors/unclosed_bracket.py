# A bracket that the end of the file leaves open.
#! line 3: SyntaxError: '[' was never closed
x = [1, 2,
     3
