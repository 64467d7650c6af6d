# Loops that take pairs apart, over everything that gives pairs, with changes on the way.
d = {"a": 1, "b": 2, 3: "c"}
for turn in range(2):
    for key, value in d.items():
        print(key, value)
    for number, (key, value) in enumerate(d.items(), 5):
        print(number, key, value)
    for number, char in enumerate("añb"):
        print(number, char)
    for number, char in enumerate("xyz", 2 ** 30 - 2):
        print(number, char)
    for left, right in zip([1, 2, 3], "ab"):
        print(left, right)
    for left, right in zip(range(0, 10, 3), reversed([1, 2, 3])):
        print(left, right)
    for left, right in zip(range(2 ** 30 - 1, 2 ** 30 + 1), (1, 2, 3)):
        print(left, right)
    for left, right in zip(d, d.values()):
        print(left, right)
    for left, right in [(1, 2), [3, 4], "ab", {5: 6, 7: 8}]:
        print(left, right)
        #> a 1
        #> b 2
        #> 3 c
        #> 5 a 1
        #> 6 b 2
        #> 7 3 c
        #> 0 a
        #> 1 ñ
        #> 2 b
        #> 1073741822 x
        #> 1073741823 y
        #> 1073741824 z
        #> 1 a
        #> 2 b
        #> 0 3
        #> 3 2
        #> 6 1
        #> 1073741823 1
        #> 1073741824 2
        #> a 1
        #> b 2
        #> 3 c
        #> 1 2
        #> 3 4
        #> a b
        #> 5 7
        #> a 1
        #> b 2
        #> 3 c
        #> 5 a 1
        #> 6 b 2
        #> 7 3 c
        #> 0 a
        #> 1 ñ
        #> 2 b
        #> 1073741822 x
        #> 1073741823 y
        #> 1073741824 z
        #> 1 a
        #> 2 b
        #> 0 3
        #> 3 2
        #> 6 1
        #> 1073741823 1
        #> 1073741824 2
        #> a 1
        #> b 2
        #> 3 c
        #> 1 2
        #> 3 4
        #> a b
        #> 5 7

shared = iter([1, 2, 3, 4, 5, 6])
for left, right in zip(shared, [10, 20]):
    print(left, right)
    #> 1 10
    #> 2 20
print(list(shared))  #> [4, 5, 6]
shared = iter([1, 2, 3, 4, 5])
for left, right in zip(shared, shared):
    print(left, right)
    #> 1 2
    #> 3 4
short = iter("xy")
pairs = zip([1, 2, 3], short)
for left, right in pairs:
    print(left, right)
    #> 1 x
    #> 2 y
print(list(pairs), list(short))  #> [] []

grown = {1: 1}
try:
    for key, value in grown.items():
        grown[value + 1] = value + 1
except RuntimeError as error:
    print(error)  #> dictionary changed size during iteration
items = [1, 2, 3]
for number, item in enumerate(items):
    if number < 5:
        items.append(item)
print(items)  #> [1, 2, 3, 1, 2, 3, 1, 2]
for bad in ([(1, 2, 3)], [(1,)], [5], [None]):
    try:
        for left, right in bad:
            print("not reached")
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        #> ValueError too many values to unpack (expected 2)
        #> ValueError not enough values to unpack (expected 2, got 1)
        #> TypeError cannot unpack non-iterable int object
        #> TypeError cannot unpack non-iterable NoneType object


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def makes():
    for left, right in [(Item("a"), Item("b")), (Item("c"), Item("d"))]:
        print(left.name, right.name)
    print("end of loop")


makes()
#> a b
#> c d
#> gone b
#> gone a
#> end of loop
#> gone c
#> gone d
a = b = None
for a, b in zip([Item("e")], [Item("f")]):
    pass
a = b = None
#> gone e
#> gone f
(a, b), c = (1, 2), 3
[a, b, *rest] = "hello"
print(a, b, c, rest)  #> h e 3 ['l', 'l', 'o']
for x, x in [(1, 2), (3, 4)]:
    print(x)
    #> 2
    #> 4
it = (1, 2)
it, other = it
print(it, other)  #> 1 2
print([p + q for p, q in zip((1, 2), (3, 4))], {k: v for k, v in enumerate("ab")}, sum(i * x for i, x in enumerate([5, 6, 7])))
#> [4, 6] {0: 'a', 1: 'b'} 20
