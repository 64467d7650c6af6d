# try needs except or finally.
#! line 5: SyntaxError: expected 'except' or 'finally' block
try:
    x = 1
y = 2
