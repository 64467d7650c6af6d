# A list without a comma.
#! line 3: SyntaxError: invalid syntax. Perhaps you forgot a comma?
x = [1, 2 3]
