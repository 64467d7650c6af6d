# Every method of bytes and bytearray, alone and as an operator.
TABLE = bytes.maketrans(b"ab", b"ba")
bytearray.maketrans(b"ab", b"ba")
for kind in (bytes, bytearray):
    b = kind(b"Ab cb")
    b.capitalize(), b.center(9), b.count(b"b"), b.endswith(b"b"), b.expandtabs(4)
    b.find(b"c"), b.index(b"c"), b.rfind(b"b"), b.rindex(b"b"), b.hex(), kind.fromhex("ff00")
    b.isalnum(), b.isalpha(), b.isascii(), b.isdigit(), b.islower(), b.isspace(), b.istitle(), b.isupper()
    kind(b"-").join([b, b]), b.ljust(9), b.rjust(9), b.zfill(9), b.lower(), b.upper(), b.title(), b.swapcase()
    b.lstrip(b"A"), b.rstrip(b"b"), b.strip(b"A"), b.partition(b" "), b.rpartition(b" ")
    b.removeprefix(b"A"), b.removesuffix(b"b"), b.replace(b"b", b"cc"), b.split(b" "), b.rsplit(b" ")
    b.splitlines(), b.startswith(b"A"), b.translate(TABLE), b.decode("ascii")
    b + b, b * 2, 2 * b, b"b" in b, b == b, b != b, b < b, b <= b, b > b, b >= b, len(b), b[1], b[1:3]
    repr(b), str(b), kind(b"%d%s") % (1, b"x"), list(b), b.__sizeof__()
    b.__eq__(b), b.__ne__(b), b.__ge__(b), b.__gt__(b), b.__le__(b), b.__lt__(b), b.__len__(), b.__repr__()
    b.__mul__(2), b.__rmul__(2), b.__add__(b), b.__contains__(b"b"), b.__iter__(), b.__str__()
    kind(b"%d").__mod__(1), b.__rmod__(1)
b"x".__bytes__(), b"x".__getnewargs__(), b"x".__hash__(), hash(b"y")
a = bytearray(3)
a.__init__(b"abc")
a += b"d"
a *= 2
a.__iadd__(b"e").__imul__(1)
a.__alloc__(), a.append(1), a.extend(b"xyz"), a.insert(0, 9), a.pop(), a.remove(9), a.reverse(), a.copy()
a[0] = 5
a[1:2] = b"12345"
del a[0], a[1:3]
a.clear()
