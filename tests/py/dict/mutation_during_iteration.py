# Changing the size while iterating is an error; changing values is not.
d = {"a": 1, "b": 2, "c": 3}
for key in d:
    d[key] *= 10
print(d)  #> {'a': 10, 'b': 20, 'c': 30}
def grow():
    for key in d:
        d[key + "x"] = 0
def shrink():
    for key, value in d.items():
        del d[key]
def replace():
    for key in d.keys():
        del d[key]
        d[key + "y"] = 1
for function in (grow, shrink):
    try:
        function()
    except RuntimeError as error:
        print(error)
        #> dictionary changed size during iteration
        #> dictionary changed size during iteration
e = {"k": 1}
it = iter(e)
e["l"] = 2
try:
    next(it)
except RuntimeError as error:
    print(error)  #> dictionary changed size during iteration
for key in list(d):
    del d[key]
print(d)  #> {}
