# bytearray: a list of bytes.
b = bytearray(b"abc")
b.append(100); b.extend(b"ef"); b[0] = 65
print(b, len(b), b[0], b[-1], b[1:3], b.pop(), b)
#> bytearray(b'Abcde') 6 65 102 bytearray(b'bc') 102 bytearray(b'Abcde')
b[1:3] = b"XYZ"; print(b)  #> bytearray(b'AXYZde')
del b[0]; print(b)  #> bytearray(b'XYZde')
b.insert(0, 33); b.remove(88); b.reverse(); print(b)  #> bytearray(b'edZY!')
b += b"!!"; b *= 2; print(b, b == bytes(b), b.find(b"!"), bytes(b))
#> bytearray(b'edZY!!!edZY!!!') True 4 b'edZY!!!edZY!!!'
b.clear(); print(b, bytearray(2), bytearray([1, 2]), bytearray("é", "utf-8"))
#> bytearray(b'') bytearray(b'\x00\x00') bytearray(b'\x01\x02') bytearray(b'\xc3\xa9')
for call in (lambda: bytearray(b"a").append(256), lambda: bytearray().pop(), lambda: bytearray(b"a").__setitem__(5, 1), lambda: hash(bytearray()), lambda: bytearray(b"a").append("a")):
    try:
        call()
    except (ValueError, IndexError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError byte must be in range(0, 256)
        #> IndexError pop from empty bytearray
        #> IndexError bytearray index out of range
        #> TypeError unhashable type: 'bytearray'
        #> TypeError 'str' object cannot be interpreted as an integer
