# Builtin types are instances of the classes they fulfil.
from collections.abc import (Hashable, Iterable, Iterator, Generator, Reversible, Sized, Container, Callable, Collection, Set,
    MutableSet, Mapping, MutableMapping, MappingView, KeysView, ItemsView, ValuesView, Sequence, MutableSequence, ByteString)
things = {"int": 1, "str": "s", "bytes": b"", "bytearray": bytearray(), "list": [], "tuple": (), "dict": {}, "set": set(), "frozenset": frozenset(),
    "range": range(3), "keys": {}.keys(), "values": {}.values(), "items": {}.items(), "gen": (x for x in ""), "iter": iter([]), "func": len, "None": None, "type": int}
for cls in (Hashable, Iterable, Iterator, Generator, Reversible, Sized, Container, Callable, Collection, Set, MutableSet, Mapping, MutableMapping,
    KeysView, ItemsView, ValuesView, Sequence, MutableSequence, ByteString):
    print(cls.__name__, *[name for name, thing in things.items() if isinstance(thing, cls)])
    #> Hashable int str bytes tuple frozenset range values gen iter func None type
    #> Iterable str bytes bytearray list tuple dict set frozenset range keys values items gen iter
    #> Iterator gen iter
    #> Generator gen
    #> Reversible str bytes bytearray list tuple dict range keys values items
    #> Sized str bytes bytearray list tuple dict set frozenset range keys values items
    #> Container str bytes bytearray list tuple dict set frozenset range keys values items
    #> Callable func type
    #> Collection str bytes bytearray list tuple dict set frozenset range keys values items
    #> Set set frozenset keys items
    #> MutableSet set
    #> Mapping dict
    #> MutableMapping dict
    #> KeysView keys
    #> ItemsView items
    #> ValuesView values
    #> Sequence str bytes bytearray list tuple range
    #> MutableSequence bytearray list
    #> ByteString bytes bytearray
print(issubclass(list, Sequence), issubclass(dict, Sequence), issubclass(Sequence, Collection), issubclass(int, Hashable), issubclass(list, Hashable))
#> True False True True False
class Own:
    def __len__(self): return 0
    def __iter__(self): return iter(())
    def __contains__(self, x): return False
print(isinstance(Own(), Collection), isinstance(Own(), Sized), isinstance(Own(), Sequence), issubclass(Own, Iterable))
#> True True False True
class NotHashable:
    __hash__ = None
print(isinstance(NotHashable(), Hashable), Sequence.__module__, repr(Mapping), repr(Iterable))
#> False collections.abc <class 'collections.abc.Mapping'> <class 'collections.abc.Iterable'>
try:
    isinstance(1, Sequence) and issubclass(5, Sequence)
    issubclass(5, Sequence)
except TypeError as error:
    print(error)  #> issubclass() arg 1 must be a class
