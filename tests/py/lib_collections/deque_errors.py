# What deques refuse.
from collections import deque
def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
d = deque([1, 2])
for call in (lambda: deque().pop(), lambda: deque().popleft(), lambda: d[5], lambda: d[-3], lambda: deque(5), lambda: d.remove(9),
             lambda: d.index(9), lambda: deque([], -1), lambda: deque([], "x"), lambda: deque([1], 1).insert(0, 5),
             lambda: d + [1], lambda: d["a"], lambda: d[0:1]):
    attempt(call)
    #> IndexError pop from an empty deque
    #> IndexError pop from an empty deque
    #> IndexError deque index out of range
    #> IndexError deque index out of range
    #> TypeError 'int' object is not iterable
    #> ValueError 9 is not in deque
    #> ValueError 9 is not in deque
    #> ValueError maxlen must be non-negative
    #> TypeError an integer is required
    #> IndexError deque already at its maximum size
    #> TypeError can only concatenate deque (not "list") to deque
    #> TypeError sequence index must be integer, not 'str'
    #> TypeError sequence index must be integer, not 'slice'
def grow():
    for x in d:
        d.append(x)
attempt(grow)  #> RuntimeError deque mutated during iteration
d = deque([1, 2, 3])
def shift():
    for x in d:
        d.append(d.popleft())
attempt(shift)  #> RuntimeError deque mutated during iteration
