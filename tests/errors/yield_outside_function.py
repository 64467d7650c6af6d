# yield at module level.
#! line 3: SyntaxError: 'yield' outside function
yield 1
