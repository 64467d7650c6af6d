# co_names are the globals, attributes and modules that code names, in order; wrapped functions keep their name.
def uses(thing):
    import os.path
    from sys import argv
    global made
    made = len(thing.attribute.method(print))
    thing.field = 1
    del thing.other
    return argv, os


print(uses.__code__.co_names)
#> ('os.path', 'sys', 'argv', 'len', 'attribute', 'method', 'print', 'made', 'field', 'other')
print((lambda: a.b.c(d)).__code__.co_names, (lambda x: x).__code__.co_names, (lambda x: x.y + x.y).__code__.co_names)
#> ('a', 'b', 'c', 'd') () ('y',)
print(compile("x = y\nprint(x.z)\ndel y", "f", "exec").co_names)  #> ('y', 'x', 'print', 'z')


class Methods:
    @staticmethod
    def still():
        pass

    @classmethod
    def of_class(cls):
        pass


print(Methods.__dict__["still"].__name__, Methods.__dict__["of_class"].__name__)  #> still of_class
import sys

frame = sys._getframe()
print(type(frame.f_lasti).__name__, frame.f_code.co_name)  #> int <module>
