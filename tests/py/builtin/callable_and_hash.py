# callable and hash.
class WithCall:
    def __call__(self): pass
class Without: pass
print(callable(len), callable(int), callable(WithCall()), callable(Without()), callable(Without), callable(lambda: 0), callable(5), callable("".upper), callable(None))
#> True True True False True True False True False
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, "a")) == hash((1, "a")), hash(None) == hash(None), isinstance(hash(object()), int), hash(int) == hash(int))
#> True True True True True True
for value in ([], {}, set(), bytearray(), [[]], ([],)):
    try:
        hash(value)
    except TypeError as error:
        print(error)
        #> unhashable type: 'list'
        #> unhashable type: 'dict'
        #> unhashable type: 'set'
        #> unhashable type: 'bytearray'
        #> unhashable type: 'list'
        #> unhashable type: 'list'
