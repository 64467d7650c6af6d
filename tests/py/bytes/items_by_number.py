# Reading and writing single bytes, in loops as the machine does them best and with everything that is an error.
data = b"\x00hello\xff"
array = bytearray(data)
view = memoryview(array)


def tried(ask, *args):
    try:
        return ask(*args)
    except (IndexError, TypeError, ValueError) as error:
        return "%s: %s" % (type(error).__name__, error)


def read(source, i):
    return source[i]


def write(target, i, value):
    target[i] = value
    return target[i]


class Index:
    def __index__(self):
        return 2


class Array(bytearray):
    pass


for source in (data, array, view, Array(data)):
    print([tried(read, source, i) for i in range(-8, 9)])
    print([tried(read, source, i) for i in (True, Index(), 2**31, -(2**40), 1.0, "1", None)])
    print(source[0], source[-1], source[3], source[1] + source[2])
    #> ['IndexError: index out of range', 0, 104, 101, 108, 108, 111, 255, 0, 104, 101, 108, 108, 111, 255, 'IndexError: index out of range', 'IndexError: index out of range']
    #> [104, 101, 'IndexError: index out of range', 'IndexError: index out of range', 'TypeError: byte indices must be integers or slices, not float', 'TypeError: byte indices must be integers or slices, not str', 'TypeError: byte indices must be integers or slices, not NoneType']
    #> 0 255 108 205
    #> ['IndexError: bytearray index out of range', 0, 104, 101, 108, 108, 111, 255, 0, 104, 101, 108, 108, 111, 255, 'IndexError: bytearray index out of range', 'IndexError: bytearray index out of range']
    #> [104, 101, 'IndexError: bytearray index out of range', 'IndexError: bytearray index out of range', 'TypeError: bytearray indices must be integers or slices, not float', 'TypeError: bytearray indices must be integers or slices, not str', 'TypeError: bytearray indices must be integers or slices, not NoneType']
    #> 0 255 108 205
    #> ['IndexError: index out of bounds on dimension 1', 0, 104, 101, 108, 108, 111, 255, 0, 104, 101, 108, 108, 111, 255, 'IndexError: index out of bounds on dimension 1', 'IndexError: index out of bounds on dimension 1']
    #> [104, 101, 'IndexError: index out of bounds on dimension 1', 'IndexError: index out of bounds on dimension 1', 'TypeError: memoryview: invalid slice key', 'TypeError: memoryview: invalid slice key', 'TypeError: memoryview: invalid slice key']
    #> 0 255 108 205
    #> ['IndexError: bytearray index out of range', 0, 104, 101, 108, 108, 111, 255, 0, 104, 101, 108, 108, 111, 255, 'IndexError: bytearray index out of range', 'IndexError: bytearray index out of range']
    #> [104, 101, 'IndexError: bytearray index out of range', 'IndexError: bytearray index out of range', 'TypeError: bytearray indices must be integers or slices, not float', 'TypeError: bytearray indices must be integers or slices, not str', 'TypeError: bytearray indices must be integers or slices, not NoneType']
    #> 0 255 108 205
for target in (array, view, Array(data)):
    print([tried(write, target, i, 65 + i) for i in range(-8, 9)])
    print([tried(write, target, 1, value) for value in (0, 255, 256, -1, True, Index(), 2.0, "x", None)])
    target[0] = target[1] = 7
    target[2] ^= 0x0F
    target[-1] += 1
    print(bytes(target), tried(write, data, 0, 1))
    #> ['IndexError: bytearray index out of range', 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 'IndexError: bytearray index out of range', 'IndexError: bytearray index out of range']
    #> [0, 255, 'ValueError: byte must be in range(0, 256)', 'ValueError: byte must be in range(0, 256)', 1, 2, "TypeError: 'float' object cannot be interpreted as an integer", "TypeError: 'str' object cannot be interpreted as an integer", "TypeError: 'NoneType' object cannot be interpreted as an integer"]
    #> b'\x07\x07LDEFH' TypeError: 'bytes' object does not support item assignment
    #> ['IndexError: index out of bounds on dimension 1', 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 'IndexError: index out of bounds on dimension 1', 'IndexError: index out of bounds on dimension 1']
    #> [0, 255, "ValueError: memoryview: invalid value for format 'B'", "ValueError: memoryview: invalid value for format 'B'", 1, 2, "TypeError: memoryview: invalid type for format 'B'", "TypeError: memoryview: invalid type for format 'B'", "TypeError: memoryview: invalid type for format 'B'"]
    #> b'\x07\x07LDEFH' TypeError: 'bytes' object does not support item assignment
    #> ['IndexError: bytearray index out of range', 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 'IndexError: bytearray index out of range', 'IndexError: bytearray index out of range']
    #> [0, 255, 'ValueError: byte must be in range(0, 256)', 'ValueError: byte must be in range(0, 256)', 1, 2, "TypeError: 'float' object cannot be interpreted as an integer", "TypeError: 'str' object cannot be interpreted as an integer", "TypeError: 'NoneType' object cannot be interpreted as an integer"]
    #> b'\x07\x07LDEFH' TypeError: 'bytes' object does not support item assignment
total = 0
for i in range(len(data)):
    total = total * 31 + data[i] & 0xFFFF
print(total)  #> 621
