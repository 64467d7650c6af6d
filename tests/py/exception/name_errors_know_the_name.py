# A NameError that the machine raises has the name; an AttributeError the name and the object.
def told(what, *names):
    try:
        what()
    except Exception as error:
        print(type(error).__name__, error, [getattr(error, name) for name in names])


def local():
    print(late)
    late = 1


def captured():
    def inner():
        return late

    inner()
    late = 1


def deleted():
    global nothing
    del nothing


def fail(error):
    raise error


told(lambda: undefined, "name")  #> NameError name 'undefined' is not defined ['undefined']
told(local, "name")
#> UnboundLocalError cannot access local variable 'late' where it is not associated with a value [None]
told(captured, "name")
#> NameError cannot access free variable 'late' where it is not associated with a value in enclosing scope ['late']
told(deleted, "name")  #> NameError name 'nothing' is not defined ['nothing']
told(lambda: exec("del nothing"), "name")  #> NameError name 'nothing' is not defined ['nothing']
told(lambda: eval("nothing"), "name")  #> NameError name 'nothing' is not defined ['nothing']
told(lambda: fail(NameError("name 'x' is not defined")), "name")
#> NameError name 'x' is not defined [None]
told(lambda: fail(NameError("text", name="given")), "name")  #> NameError text ['given']


class Mine(NameError):
    def __init__(self):
        self.more = 1


told(lambda: fail(Mine()), "name", "more")  #> Mine  [None, 1]
try:
    class Body:
        unknown
except NameError as error:
    print(error.name)  #> unknown


class Slots:
    __slots__ = ("slot",)
    closed = property()


class Derived(Slots):
    pass


told(lambda: Slots().slot, "name")
#> AttributeError 'Slots' object has no attribute 'slot' ['slot']
told(lambda: Slots().closed, "name")
#> AttributeError property 'closed' of 'Slots' object has no getter ['closed']
told(lambda: Derived().closed, "name")
#> AttributeError property 'closed' of 'Derived' object has no getter ['closed']
told(lambda: Slots().other, "name")
#> AttributeError 'Slots' object has no attribute 'other' ['other']
told(lambda: (1).other, "name", "obj")
#> AttributeError 'int' object has no attribute 'other' ['other', 1]
import sys

told(lambda: sys.no_such_member, "name")
#> AttributeError module 'sys' has no attribute 'no_such_member' ['no_such_member']
