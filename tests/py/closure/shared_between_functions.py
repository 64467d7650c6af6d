# Several closures share one variable, also after the maker returned.
def make():
    value = 0
    def set_value(v):
        nonlocal value
        value = v
    return set_value, lambda: value, lambda: value * 2
set_value, get, double = make()
set_value(21)
print(get(), double())  #> 21 42
