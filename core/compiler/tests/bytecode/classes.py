class Point(Base, metaclass=Meta):
    "A point."
    x: int = 0
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y, self.__z = y, 0
        if x:
            self.w = 1

    def cls(self):
        return __class__

def local(base):
    y = 1
    class Inner(*base):
        z = y
        def method(self):
            return y
    return Inner
