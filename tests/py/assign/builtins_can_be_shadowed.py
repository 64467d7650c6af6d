# A global named like a builtin wins; deleting it brings the builtin back.
len = lambda x: "shadow"
print(len([1]))  #> shadow
del len
print(len([1]))  #> 1
def f():
    max = 5
    return max
print(f(), max(1, 2))  #> 5 2
