# Functions without a return value; return in the middle; several values.
def a(): pass
def b(): return
def c(x):
    if x:
        return "early"
    print("late")
def d(): return 1, 2
print(a(), b(), c(1), d())  #> None None early (1, 2)
print(c(0))
#> late
#> None
