# The name bound by `as` is unbound after the clause.
error = "before"
try:
    raise ValueError("v")
except ValueError as error:
    print(error)  #> v
try:
    error
except NameError as problem:
    print(problem)  #> name 'error' is not defined
def f():
    try:
        1 / 0
    except ZeroDivisionError as e:
        e = "rebound"
    return e
try:
    f()
except UnboundLocalError as problem:
    print(problem)  #> cannot access local variable 'e' where it is not associated with a value
try:
    raise KeyError
except KeyError as gone:
    del gone
print("fine")  #> fine
