# Defining __eq__ removes __hash__; setting it keeps it; __hash__ = None forbids it.
class NoHash:
    def __eq__(self, o): return True
class Kept(NoHash):
    __hash__ = object.__hash__
class Own:
    def __eq__(self, o): return isinstance(o, Own)
    def __hash__(self): return 42
class Never:
    __hash__ = None
print(NoHash.__hash__, isinstance(hash(Kept()), int), hash(Own()), len({Own(), Own()}), {Own(): "v"}[Own()])
#> None True 42 1 v
for value in (NoHash(), Never()):
    try:
        hash(value)
    except TypeError as error:
        print(error)
        #> unhashable type: 'NoHash'
        #> unhashable type: 'Never'
class Huge:
    def __hash__(self): return 2**70 + 1
print(hash(Huge()) == hash(2**70 + 1))  #> True
