# Widths, counts and places beyond the machine are an OverflowError; what is no int is refused where an int is wanted.
def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__)


big = 10**20
for text, other in (("a b\n", "b"), (b"a b\n", b"b"), (bytearray(b"a b\n"), b"b")):
    told(lambda: text.center(big))
    told(lambda: text.ljust(-big))
    told(lambda: text.zfill(big))
    told(lambda: text.split(None, big))
    told(lambda: text.rsplit(other, -big))
    told(lambda: text.replace(other, other, big))
    told(lambda: text.expandtabs(big))
    told(lambda: text.splitlines("x"))
    told(lambda: text.splitlines(None))
    told(lambda: text.splitlines(big))
    told(lambda: text.splitlines(5))
    told(lambda: text.splitlines(keepends=True))
    told(lambda: text.find(other, -big, big))
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> TypeError
    #> TypeError
    #> OverflowError
    #> ['a b\n']
    #> ['a b\n']
    #> 2
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> TypeError
    #> TypeError
    #> OverflowError
    #> [b'a b\n']
    #> [b'a b\n']
    #> 2
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> OverflowError
    #> TypeError
    #> TypeError
    #> OverflowError
    #> [bytearray(b'a b\n')]
    #> [bytearray(b'a b\n')]
    #> 2


class Index:
    def __index__(self):
        return 1


print("a\nb".splitlines(Index()), "a b c".split(None, Index()), b"a\n".splitlines(keepends=Index()))
#> ['a\n', 'b'] ['a', 'b c'] [b'a\n']
told(lambda: bytearray(b"ab").insert(big, 1))  #> OverflowError
told(lambda: bytearray(b"ab").pop(big))  #> OverflowError
told(lambda: bytearray(b"ab").append(big))  #> ValueError
told(lambda: b"ab".hex(bytearray(b":")))  #> TypeError
told(lambda: b"ab".hex(b":"))  #> 61:62
told(lambda: b"ab".hex(":", big))  #> OverflowError
told(lambda: (5).to_bytes(big, "big"))  #> OverflowError
told(lambda: round(5, big))  #> 5
