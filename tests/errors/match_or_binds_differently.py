# Alternatives must bind the same names.
#! line 4: SyntaxError: alternative patterns bind different names
match x:
    case [y] | 1:
        pass
