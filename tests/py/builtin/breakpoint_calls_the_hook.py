# breakpoint() calls sys.breakpointhook with its arguments and gives what that gives.
import sys

first = sys.breakpointhook


def hook(*args, **names):
    print("hook", args, names)
    return len(args)


sys.breakpointhook = hook
print(breakpoint())
#> hook () {}
#> 0
print(breakpoint(1, 2, header="x"))
#> hook (1, 2) {'header': 'x'}
#> 2
sys.breakpointhook = print
breakpoint("plain", end="!\n")  #> plain!


class Stop(Exception):
    pass


def stop():
    raise Stop("here")


sys.breakpointhook = stop
try:
    breakpoint()
except Stop as error:
    print(error)  #> here
sys.breakpointhook = first
print(sys.breakpointhook is first, callable(sys.__breakpointhook__), callable(breakpoint))
#> True True True
