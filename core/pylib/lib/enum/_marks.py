# Marks for bodies of enumerations.
__name__ = "enum"


class property(property):
    # Only members have it: the class may have a member of that name.
    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError("%r has no attribute" % owner)
        return self.fget(instance)


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value
