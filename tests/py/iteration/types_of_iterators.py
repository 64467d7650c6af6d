# Every builtin iterator has its own type.
d = {1: 2}
for it in ([], (), "a", "é", b"", bytearray(), range(3), range(2**70), d, d.values(), d.items(), set(), frozenset()):
    print(type(iter(it)).__name__)
    #> list_iterator
    #> tuple_iterator
    #> str_ascii_iterator
    #> str_iterator
    #> bytes_iterator
    #> bytearray_iterator
    #> range_iterator
    #> longrange_iterator
    #> dict_keyiterator
    #> dict_valueiterator
    #> dict_itemiterator
    #> set_iterator
    #> set_iterator
for it in ([], (), "a", range(3), d, d.values(), d.items()):
    print(type(reversed(it)).__name__, end=" ")
    #> list_reverseiterator reversed reversed range_iterator dict_reversekeyiterator dict_reversevalueiterator dict_reverseitemiterator
print()
class Row:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i * 10
print(type(iter(Row())).__name__, type(reversed(Row())).__name__, list(Row()), list(reversed(Row())))
#> iterator reversed [0, 10, 20] [20, 10, 0]
def items():
    yield 1
for it in (iter(int, 1), enumerate([]), enumerate(items()), zip(), zip(items()), map(str, []), map(max, [], []), filter(None, [])):
    print(type(it).__name__, iter(it) is it, end=" ")
    #> callable_iterator True enumerate True enumerate True zip True zip True map True map True filter True
print()
print(list(zip("abc", items())), list(enumerate(items(), 5)), list(zip([1, 2], "ab", strict=True)))
#> [('a', 1)] [(5, 1)] [(1, 'a'), (2, 'b')]
for strict in (lambda: list(zip("a", "bc", strict=True)), lambda: list(zip("ab", items(), strict=True)), lambda: list(zip("a", "b", items(), "xy", strict=True))):
    try:
        strict()
    except ValueError as error:
        print(error)
        #> zip() argument 2 is longer than argument 1
        #> zip() argument 2 is shorter than argument 1
        #> zip() argument 4 is longer than arguments 1-3
