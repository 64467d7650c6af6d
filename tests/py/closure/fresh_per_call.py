# Each call of the maker has its own variables.
def make(n):
    return lambda x: x + n
adders = [make(i) for i in range(4)]
print([f(10) for f in adders])  #> [10, 11, 12, 13]
