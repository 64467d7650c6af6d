# A super object without an instance is bound when it is found as an attribute of a class.
class Meta(type):
    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        setattr(cls, "_%s__super" % name, super(cls))
        return cls


class A(metaclass=Meta):
    def meth(self):
        return "A"


class B(A):
    def meth(self):
        return "B" + self.__super.meth()


class C(B):
    def meth(self):
        return "C" + self.__super.meth()


print(C().meth())  #> CBA
