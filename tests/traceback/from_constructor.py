# An error inside __init__.
class Widget:
    def __init__(self, size):
        self.area = size[0] * size[1]


widgets = [Widget((1, 2)), Widget((3,))]
