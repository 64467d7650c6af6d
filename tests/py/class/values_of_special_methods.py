# What `len`, `str`, `repr` and loops make of what a class's methods return.
class Text(str):
    pass


class Number:
    def __index__(self):
        return 7


class Sized:
    def __init__(self, value):
        self.value = value

    def __len__(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


for value in (0, 5, True, 2**31 - 1, 2**70, -1, -(2**70), 2.0, "3", None, Number(), KeyError("k")):
    for ask in (len, bool, lambda x: "yes" if x else "no"):
        try:
            print(ask(Sized(value)), end=" ")
        except (TypeError, ValueError, KeyError, OverflowError) as error:
            print(type(error).__name__, error, end="; ")
    print()
    #> 0 False no
    #> 5 True yes
    #> 1 True yes
    #> 2147483647 True yes
    #> OverflowError cannot fit 'int' into an index-sized integer; OverflowError cannot fit 'int' into an index-sized integer; OverflowError cannot fit 'int' into an index-sized integer;
    #> ValueError __len__() should return >= 0; ValueError __len__() should return >= 0; ValueError __len__() should return >= 0;
    #> ValueError __len__() should return >= 0; ValueError __len__() should return >= 0; ValueError __len__() should return >= 0;
    #> TypeError 'float' object cannot be interpreted as an integer; TypeError 'float' object cannot be interpreted as an integer; TypeError 'float' object cannot be interpreted as an integer;
    #> TypeError 'str' object cannot be interpreted as an integer; TypeError 'str' object cannot be interpreted as an integer; TypeError 'str' object cannot be interpreted as an integer;
    #> TypeError 'NoneType' object cannot be interpreted as an integer; TypeError 'NoneType' object cannot be interpreted as an integer; TypeError 'NoneType' object cannot be interpreted as an integer;
    #> 7 True yes
    #> KeyError 'k'; KeyError 'k'; KeyError 'k';


class Shown:
    def __init__(self, value):
        self.value = value

    def __str__(self):
        return self.value

    def __repr__(self):
        return self.value


class OnlyRepr:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return self.value


class Inherits(OnlyRepr):
    pass


for cls in (Shown, OnlyRepr, Inherits):
    for value in ("plain", Text("sub"), 5, None, b"bytes", ["x"]):
        shown = cls(value)
        for ask in (str, repr, "{}".format, "%s".__mod__, "%r".__mod__, lambda x: f"{x}", lambda x: f"{x!r:>8}", ascii):
            try:
                made = ask(shown)
                print(made, end=" ")
            except TypeError as error:
                print(error, end="; ")
        print()
        #> plain plain plain plain plain plain    plain plain
        #> sub sub sub sub sub sub      sub sub
        #> __str__ returned non-string (type int); __repr__ returned non-string (type int); __str__ returned non-string (type int); __str__ returned non-string (type int); __repr__ returned non-string (type int); __str__ returned non-string (type int); __repr__ returned non-string (type int); __repr__ returned non-string (type int);
        #> __str__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType); __str__ returned non-string (type NoneType); __str__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType); __str__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType);
        #> __str__ returned non-string (type bytes); __repr__ returned non-string (type bytes); __str__ returned non-string (type bytes); __str__ returned non-string (type bytes); __repr__ returned non-string (type bytes); __str__ returned non-string (type bytes); __repr__ returned non-string (type bytes); __repr__ returned non-string (type bytes);
        #> __str__ returned non-string (type list); __repr__ returned non-string (type list); __str__ returned non-string (type list); __str__ returned non-string (type list); __repr__ returned non-string (type list); __str__ returned non-string (type list); __repr__ returned non-string (type list); __repr__ returned non-string (type list);
        #> plain plain plain plain plain plain    plain plain
        #> sub sub sub sub sub sub      sub sub
        #> __str__ returned non-string (type int); __repr__ returned non-string (type int); __str__ returned non-string (type int); __str__ returned non-string (type int); __repr__ returned non-string (type int); __str__ returned non-string (type int); __repr__ returned non-string (type int); __repr__ returned non-string (type int);
        #> __str__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType); __str__ returned non-string (type NoneType); __str__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType); __str__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType);
        #> __str__ returned non-string (type bytes); __repr__ returned non-string (type bytes); __str__ returned non-string (type bytes); __str__ returned non-string (type bytes); __repr__ returned non-string (type bytes); __str__ returned non-string (type bytes); __repr__ returned non-string (type bytes); __repr__ returned non-string (type bytes);
        #> __str__ returned non-string (type list); __repr__ returned non-string (type list); __str__ returned non-string (type list); __str__ returned non-string (type list); __repr__ returned non-string (type list); __str__ returned non-string (type list); __repr__ returned non-string (type list); __repr__ returned non-string (type list);
        #> plain plain plain plain plain plain    plain plain
        #> sub sub sub sub sub sub      sub sub
        #> __str__ returned non-string (type int); __repr__ returned non-string (type int); __str__ returned non-string (type int); __str__ returned non-string (type int); __repr__ returned non-string (type int); __str__ returned non-string (type int); __repr__ returned non-string (type int); __repr__ returned non-string (type int);
        #> __str__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType); __str__ returned non-string (type NoneType); __str__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType); __str__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType); __repr__ returned non-string (type NoneType);
        #> __str__ returned non-string (type bytes); __repr__ returned non-string (type bytes); __str__ returned non-string (type bytes); __str__ returned non-string (type bytes); __repr__ returned non-string (type bytes); __str__ returned non-string (type bytes); __repr__ returned non-string (type bytes); __repr__ returned non-string (type bytes);
        #> __str__ returned non-string (type list); __repr__ returned non-string (type list); __str__ returned non-string (type list); __str__ returned non-string (type list); __repr__ returned non-string (type list); __str__ returned non-string (type list); __repr__ returned non-string (type list); __repr__ returned non-string (type list);


class Source:
    def __init__(self, made):
        self.made = made

    def __iter__(self):
        return self.made


class Steps:
    def __init__(self):
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return self.left


class Generates:
    def __iter__(self):
        yield from "ab"


for made in (iter([1, 2]), iter("xy"), Steps(), (x for x in "gh"), [1], 5, None, Source([1]), Generates()):
    try:
        print([x for x in Source(made)], end=" ")
        #> [1, 2] 2 [1, 0]
        #> ['x', 'y'] 2 [1, 0]
        #> [2, 1, 0] 2 [1, 0]
        #> ['g', 'h'] 2 [1, 0]
        for x in Source(made):
            print(x, end=" ")
        first, *rest = Source(Steps())
        print(first, rest)
    except TypeError as error:
        print(error)
        #> iter() returned non-iterator of type 'list'
        #> iter() returned non-iterator of type 'int'
        #> iter() returned non-iterator of type 'NoneType'
        #> iter() returned non-iterator of type 'Source'
        #> iter() returned non-iterator of type 'Generates'
print([x + y for x in Generates() for y in Generates()])  #> ['aa', 'ab', 'ba', 'bb']


def apart(source):
    a, *b = source
    *c, d = source
    e, *f, g = source
    return a, b, c, d, e, f, g


for source in ([1, 2], (1, 2, 3), "four", range(5), [[1]] * 3, [1], (), Generates()):
    try:
        print(apart(source))
    except ValueError as error:
        print(error)
        #> (1, [2], [1], 2, 1, [], 2)
        #> (1, [2, 3], [1, 2], 3, 1, [2], 3)
        #> ('f', ['o', 'u', 'r'], ['f', 'o', 'u'], 'r', 'f', ['o', 'u'], 'r')
        #> (0, [1, 2, 3, 4], [0, 1, 2, 3], 4, 0, [1, 2, 3], 4)
        #> ([1], [[1], [1]], [[1], [1]], [1], [1], [[1]], [1])
        #> not enough values to unpack (expected at least 2, got 1)
        #> not enough values to unpack (expected at least 1, got 0)
        #> ('a', ['b'], ['a'], 'b', 'a', [], 'b')
row = [1, 2, 3]
row, *row[1:], last = row, 5, 6, 7
print(row, last)  #> [1, 5, 6] 7
a = [1, 2, 3, 4]
a, *b, c = a
print(a, b, c)  #> 1 [2, 3] 4
print(type(5), type(type), type(None), type(Steps), type(Steps()), type("") is str, type(2.5) is type(1.5))
#> <class 'int'> <class 'type'> <class 'NoneType'> <class 'type'> <class '__main__.Steps'> True True


class Named:
    def __len__(self):
        return len(self.name)

    def __str__(self):
        return str(self.name) + "!"


named = Named()
named.name = Named()
named.name.name = "inner"
print(len(named), str(named))  #> 5 inner!!
