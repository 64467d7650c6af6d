# sys._getframe shows code, line and globals of running functions, from the inside out.
import sys


def inner():
    frame = sys._getframe(1)
    names = []
    while frame.f_code.co_name != "<module>":
        names.append((frame.f_code.co_name, frame.f_lineno, frame.f_globals is globals()))
        frame = frame.f_back
    return names, frame.f_lineno


def outer():
    return inner()


print(outer())  #> ([('outer', 15, True)], 18)
print(sys._getframe(0).f_code.co_name)  #> <module>


def caller():
    return sys._getframe(1).f_code.co_name


print(caller(), (lambda: caller())())  #> <module> <lambda>
try:
    sys._getframe(99)
except ValueError as error:
    print(error)  #> call stack is not deep enough
