# Generic aliases, the single objects of their types, modules and native types.
import sys
a = list[int]
a.__origin__, a.__args__, a.__parameters__, a.__repr__(), a.__hash__(), a.__eq__(a), a == list[str], a(), a | None
a.__mro_entries__(()), a.__or__(int), a.__ror__(int), int | a, a.__call__((1, 2))
try:
    a.__getitem__(int)
except TypeError:
    pass
type(a)(list, (int,))
for single in (None, Ellipsis, NotImplemented):
    type(single).__new__(type(single)), single.__repr__(), type(single)()
None.__bool__(), type(None).__or__(type(None), int)
sys.__dir__(), sys.__repr__(), sys.__name__, sys.__dict__
