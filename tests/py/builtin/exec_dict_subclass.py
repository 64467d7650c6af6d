# exec() and eval() take the names of an instance of a subclass of dict; natives take any names.
class Names(dict):
    pass


names = Names(y=3)
exec("x = y + 1\ndef double(): return y * 2\n", names)
print(names.get("x"), names.get("double")())  #> 4 6
print(eval("x + y", names), type(names) is Names, len(names))  #> 7 True 4
try:
    exec("z", names)
except NameError as error:
    print(error)  #> name 'z' is not defined
for wrong in ([], 3, "names"):
    try:
        exec("z", wrong)
    except TypeError as error:
        print(error)
        #> exec() globals must be a dict, not list
        #> exec() globals must be a dict, not int
        #> exec() globals must be a dict, not str


def shown(*args, **named):
    return args, named


print(shown.__call__(**{"*args": 1, "**kwargs": 2, "args": 3}))
#> ((), {'*args': 1, '**kwargs': 2, 'args': 3})
print(dict(**{"*args": 1, "**kwargs": 2, "args": 3}))  #> {'*args': 1, '**kwargs': 2, 'args': 3}
print(type.__call__(dict, **{"*args": 1, "**kwargs": 2}))  #> {'*args': 1, '**kwargs': 2}
try:
    print(1, **{"*args": 2})
except TypeError as error:
    print(error)  #> '*args' is an invalid keyword argument for print()
