# str, bytes and bytearray where script code has a say: conversions, iterables, tables.


def repr_object(obj):
    result = type(obj).__repr__(obj)
    if not isinstance(result, str):
        raise TypeError("__repr__ returned non-string (type %s)" % type(result).__name__)
    return result


def str_object(obj):
    result = type(obj).__str__(obj)
    if not isinstance(result, str):
        raise TypeError("__str__ returned non-string (type %s)" % type(result).__name__)
    return result


def ascii_object(obj):
    return _ascii(repr_object(obj))


def str_new(cls, obj):
    return str.__new__(cls, str_object(obj))


def truth_of(obj):
    return True if obj else False


def _byte_list(source, wanted):
    if not _is_iterable(source):
        raise TypeError("cannot convert '%s' object to %s" % (type(source).__name__, wanted))
    result = []
    for item in source:
        number = _to_index(item)
        if not isinstance(number, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(item).__name__)
        result.append(_plain_int(number))
    return result


def _bytes_of(source, wanted):
    cls = type(source)
    if wanted == "bytes" and hasattr(cls, "__bytes__"):
        result = cls.__bytes__(source)
        if not isinstance(result, bytes):
            raise TypeError("__bytes__ returned non-bytes (type %s)" % type(result).__name__)
        return result
    if hasattr(cls, "__index__"):
        return bytes(_to_index(source))
    items = _byte_list(source, wanted)
    for item in items:
        if not 0 <= item < 256:
            raise ValueError("byte must be in range(0, 256)" if wanted == "bytearray" else "bytes must be in range(0, 256)")
    return bytes(items)


def bytes_new(cls, source):
    result = _bytes_of(source, "bytes")
    if cls is bytes:
        return result
    return bytes.__new__(cls, result)


def bytearray_new(source):
    return bytearray(_bytes_of(source, "bytearray"))


def bytearray_init(target, source):
    target[:] = _bytes_of(source, "bytearray")


def bytearray_extend(target, source):
    if not _is_iterable(source):
        raise TypeError("can't extend bytearray with %s" % type(source).__name__)
    target += _bytes_of(list(source), "bytearray")


def bytearray_set(target, key, value):
    if not _is_iterable(value):
        raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
    target[key] = _bytes_of(list(value), "bytearray")


def memory_set(view, key, value):
    # An item that is no plain number becomes one; the view says whether it takes it.
    cls = type(value)
    if view.format == "?":
        value = True if value else False
    elif view.format in "fd" and hasattr(cls, "__float__"):
        value = cls.__float__(value)
    else:
        value = index_of(value)
    view[key] = value


def str_join(cls, separator, items):
    if not _is_iterable(items):
        raise TypeError("can only join an iterable")
    return cls.join(separator, list(items))


def str_translate(text, table):
    result = []
    for char in text:
        try:
            found = table[ord(char)]
        except LookupError:
            result.append(char)
            continue
        if found is None:
            continue
        if isinstance(found, str):
            result.append(found)
        elif isinstance(found, int):
            if not 0 <= found < 0x110000:
                raise ValueError("character mapping must be in range(0x110000)")
            result.append(chr(found))
        else:
            raise TypeError("character mapping must return integer, None or str")
    return "".join(result)


def str_maketrans(x, y, z):
    result = {}
    if y is None:
        if not isinstance(x, dict):
            raise TypeError("if you give only one argument to maketrans it must be a dict")
        for key, value in x.items():
            if isinstance(key, str):
                if len(key) != 1:
                    raise ValueError("string keys in translate table must be of length 1")
                result[ord(key)] = value
            elif isinstance(key, int):
                result[key] = value
            else:
                raise TypeError("keys in translate table must be strings or integers")
        return result
    if not isinstance(x, str):
        raise TypeError("first maketrans argument must be a string if there is a second argument")
    if not isinstance(y, str):
        raise TypeError("maketrans() argument 2 must be str, not %s" % type(y).__name__)
    if len(x) != len(y):
        raise ValueError("the first two maketrans arguments must have equal length")
    for i in range(len(x)):
        result[ord(x[i])] = ord(y[i])
    if z is not None:
        if not isinstance(z, str):
            raise TypeError("maketrans() argument 3 must be str, not %s" % type(z).__name__)
        for char in z:
            result[ord(char)] = None
    return result
