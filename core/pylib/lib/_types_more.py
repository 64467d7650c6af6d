# Classes of module types.
__name__ = "types"


class SimpleNamespace:
    def __init__(self, /, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __repr__(self):
        from reprlib import guard

        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return guard(self, name + "(...)", lambda: "%s(%s)" % (name, ", ".join(self._parts())))

    def _parts(self):
        return ["%s=%r" % pair for pair in vars(self).items()]

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return vars(self) == vars(other)
        return NotImplemented

    __hash__ = None


class DynamicClassAttribute(property):
    # A property that a class itself does not see, so that its metaclass can answer.
    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError
        return property.__get__(self, instance, owner)
