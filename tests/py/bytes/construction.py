# bytes() from counts, iterables, strings, buffers.
print(bytes(), bytes(3), bytes([65, 66]), bytes((0, 255)), bytes(range(3)), bytes("é", "utf-8"), bytes(b"x"), bytes(bytearray(b"y")))
#> b'' b'\x00\x00\x00' b'AB' b'\x00\xff' b'\x00\x01\x02' b'\xc3\xa9' b'x' b'y'
for call in (lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes("a"), lambda: bytes(-1), lambda: bytes(["a"]), lambda: bytes(1.5)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError bytes must be in range(0, 256)
        #> ValueError bytes must be in range(0, 256)
        #> TypeError string argument without an encoding
        #> ValueError negative count
        #> TypeError 'str' object cannot be interpreted as an integer
        #> TypeError cannot convert 'float' object to bytes
