# __closure__ and __code__.co_freevars tell what is captured.
def outer():
    a, b = 1, 2
    def inner():
        return a + b
    return inner
f = outer()
print(f.__code__.co_freevars, [cell.cell_contents for cell in f.__closure__], outer.__closure__)
#> ('a', 'b') [1, 2] None
