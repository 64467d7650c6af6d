# A key without its value.
#! line 3: SyntaxError: expression expected after dictionary key and ':'
x = {1: 2, 3: }
