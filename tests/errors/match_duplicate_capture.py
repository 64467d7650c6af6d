# One name bound twice in a pattern.
#! line 4: SyntaxError: multiple assignments to name 'y' in pattern
match x:
    case [y, y]:
        pass
