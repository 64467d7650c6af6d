# Reading a local too early is UnboundLocalError; a missing global is NameError.
def early():
    print(x)
    x = 1
def branch(flag):
    if flag:
        y = 1
    return y
def deleted():
    z = 1
    del z
    return z
def missing():
    return nowhere
def inner_unbound():
    def inner():
        return later
    inner()
    later = 1
for call in (early, lambda: branch(False), deleted, missing, inner_unbound):
    try:
        call()
    except NameError as error:
        print(type(error).__name__, error)
        #> UnboundLocalError cannot access local variable 'x' where it is not associated with a value
        #> UnboundLocalError cannot access local variable 'y' where it is not associated with a value
        #> UnboundLocalError cannot access local variable 'z' where it is not associated with a value
        #> NameError name 'nowhere' is not defined
        #> NameError cannot access free variable 'later' where it is not associated with a value in enclosing scope
print(branch(True))  #> 1
