# bit_length, bit_count, to_bytes, from_bytes, as_integer_ratio, conjugate and the four parts.
for n in (0, 1, -1, 255, 256, -256, 2**31, 2**64 - 1, -(2**64)):
    print(n.bit_length(), n.bit_count(), end=" ")  #> 0 0 1 1 1 1 8 8 9 1 9 1 32 1 64 64 65 1
print()
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True))
#> b'\x04\x00' b'\x00\x04\x00\x00' b'\xff\xfe'
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xfe", "little"))  #> 1024 65279
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"", "big"))  #> -2 0
print((2**80 + 3).to_bytes(11, "big"), int.from_bytes(b"\x01" * 12, "little"))
#> b'\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03' 310698676526526814092329217
for call in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big")):
    try:
        call()
    except OverflowError as error:
        print(error)
        #> int too big to convert
        #> can't convert negative int to unsigned
print((5).as_integer_ratio(), (5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator)
#> (5, 1) 5 5 0 5 1
