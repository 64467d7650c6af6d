# The manager lives while it is entered, also when its __exit__ is a value that nothing is bound to.
class Plain:
    __exit__ = 5

    def __enter__(self):
        return self


class Static:
    @staticmethod
    def __exit__(*args):
        print("left", args)

    def __enter__(self):
        self.entered = True
        return self


class NoEnter:
    __enter__ = 3
    __exit__ = "x"


def use(make):
    try:
        with make() as manager:
            print(type(manager).__name__, manager.__dict__)
    except TypeError as error:
        print(error)


use(Plain)
#> Plain {}
#> 'int' object is not callable
use(Static)
#> Static {'entered': True}
#> left (None, None, None)
use(NoEnter)  #> 'int' object is not callable
