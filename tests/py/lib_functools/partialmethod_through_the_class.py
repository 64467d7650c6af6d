# A partial method that is found through the class takes the instance first.
from functools import partialmethod


class A:
    def show(self, *args, **named):
        return self is not None, args, named

    both = partialmethod(show, 3, b=4)

    @classmethod
    def of_class(cls, *args):
        return cls.__name__, args

    made = partialmethod(of_class, 1)


print(A().both(5, c=6), A.both(A(), 5, c=6))
#> (True, (3, 5), {'b': 4, 'c': 6}) (True, (3, 5), {'b': 4, 'c': 6})
print(A().made(2), A.made(2))  #> ('A', (1, 2)) ('A', (1, 2))
