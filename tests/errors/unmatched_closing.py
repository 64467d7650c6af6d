# A closing bracket too many.
#! line 3: SyntaxError: unmatched ')'
x = (1 + 2))
