# Reflection on builtin objects.
print(hasattr([], "append"), hasattr([], "push"), getattr("a", "upper")(), [].append.__name__, len.__name__, int.__name__, str.join.__name__, "append" in dir([]), "upper" in dir(""), dir(5) == sorted(dir(5)), int.__bases__, bool.__bases__, list.__mro__, len.__module__, int.__module__)
#> True False A append len int join True True True (<class 'object'>,) (<class 'int'>,) (<class 'list'>, <class 'object'>) builtins builtins
print([].__class__, (5).__class__, "".__class__.__name__, list.append([], 1), str.upper("a"), int.__add__(1, 2), (5).__add__(6), (5).__add__("x"), "a".__eq__("a"), "a".__mul__(3), [1].__len__(), {}.__contains__(1), (1).__lt__(2))
#> <class 'list'> <class 'int'> str None A 3 11 NotImplemented True aaa 1 False True
