# nonlocal writes the variable of the enclosing function.
def counter():
    n = 0
    def up(step=1):
        nonlocal n
        n += step
        return n
    def get():
        return n
    return up, get
up, get = counter()
up(); up(5)
other_up, other_get = counter()
other_up()
print(get(), other_get())  #> 6 1
def deep():
    x = "outer"
    def middle():
        def inner():
            nonlocal x
            x = "inner"
        inner()
        return x
    return middle(), x
print(deep())  #> ('inner', 'inner')
