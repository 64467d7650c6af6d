# A lambda is no target.
#! line 3: SyntaxError: cannot assign to lambda
lambda: x = 1
