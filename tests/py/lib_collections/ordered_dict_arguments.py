# OrderedDict takes keywords where dict does not, and keeps attributes when it is copied.
import copy
from collections import OrderedDict

d = OrderedDict(a=1)
d.note = 5
print(copy.copy(d).note, hasattr(d.copy(), "note"))  #> 5 False
print(OrderedDict.fromkeys("ab", value=3), d.pop("z", default=4), d.setdefault("q", default=7), d)
#> OrderedDict([('a', 3), ('b', 3)]) 4 7 OrderedDict([('a', 1), ('q', 7)])
try:
    d.pop("z")
except KeyError as error:
    print(error)  #> 'z'
