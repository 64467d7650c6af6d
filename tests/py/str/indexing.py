# Indexing from both ends; errors.
s = "hello"
print(s[0], s[4], s[-1], s[-5], s[True])  #> h o o h e
for index in (5, -6, 10**20, "0", 1.0, None):
    try:
        s[index]
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
        #> IndexError string index out of range
        #> IndexError string index out of range
        #> IndexError cannot fit 'int' into an index-sized integer
        #> TypeError string indices must be integers, not 'str'
        #> TypeError string indices must be integers, not 'float'
        #> TypeError string indices must be integers, not 'NoneType'
try:
    s[0] = "j"
except TypeError as error:
    print(error)  #> 'str' object does not support item assignment
try:
    del s[0]
except TypeError as error:
    print(error)  #> 'str' object doesn't support item deletion
