[i for i in (lambda: (j := 0))()]
#! line 1: SyntaxError: assignment expression cannot be used in a comprehension iterable expression
