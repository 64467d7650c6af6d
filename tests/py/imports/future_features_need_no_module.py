# `from __future__ import` is for the compiler; nothing is imported.
from __future__ import annotations, division


def f(x: undefined) -> also.undefined:
    pass


print(f.__annotations__)  #> {'x': 'undefined', 'return': 'also.undefined'}
names = {}
exec("from __future__ import annotations\nx: nowhere = 1", names)
print(names["x"], names["__annotations__"])  #> 1 {'x': 'nowhere'}
