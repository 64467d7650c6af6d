# Comparison errors leave the list a permutation; the list looks empty while it is being sorted.
a = [3, "a", 1]
try:
    a.sort()
except TypeError as error:
    print(error)  #> '<' not supported between instances of 'str' and 'int'
print(len(a), 3 in a, "a" in a)  #> 3 True True
def bad(x):
    raise KeyError(x)
b = [2, 1]
try:
    b.sort(key=bad)
except KeyError as error:
    print(error, b)  #> 2 [2, 1]
c = [3, 1, 2]
def peek(x):
    seen.append(len(c))
    return x
seen = []
c.sort(key=peek)
print(seen, c)  #> [0, 0, 0] [1, 2, 3]
def meddle(x):
    d.append(x)
    return x
d = [2, 1]
try:
    d.sort(key=meddle)
except ValueError as error:
    print(error, d)  #> list modified during sort [1, 2]
try:
    d.sort(len)
except TypeError as error:
    print(error)  #> sort() takes no positional arguments
