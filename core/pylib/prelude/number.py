# Numbers where script code has a say: __index__, __int__, __float__ and their like.


def _to_index(value):
    # What is no int and has no __index__ comes back as it is.
    if isinstance(value, int):
        return value
    method = getattr(type(value), "__index__", None)
    if method is None:
        return value
    result = method(value)
    if not isinstance(result, int):
        raise TypeError("__index__ returned non-int (type %s)" % type(result).__name__)
    return result


def _plain_key(value):
    if isinstance(value, slice):
        return slice(_to_index(value.start), _to_index(value.stop), _to_index(value.step))
    return _to_index(value)


def retry_index(owner, name, args):
    plain = [_plain_key(arg) for arg in args]
    return getattr(owner, name)(*plain)


def repeat_sequence(sequence, count):
    return sequence * _to_index(count)


def int_new(cls, x):
    kind = type(x)
    if hasattr(kind, "__int__"):
        result = kind.__int__(x)
        if not isinstance(result, int):
            raise TypeError("__int__ returned non-int (type %s)" % type(result).__name__)
    elif hasattr(kind, "__index__"):
        result = _to_index(x)
    else:
        result = kind.__trunc__(x)
        if not isinstance(result, int):
            if not hasattr(type(result), "__index__"):
                raise TypeError("__trunc__ returned non-Integral (type %s)" % type(result).__name__)
            result = _to_index(result)
    result = _plain_int(result)
    if cls is int:
        return result
    return int.__new__(cls, result)


def int_to_bytes(number, length, order, signed):
    return int.to_bytes(number, _to_index(length), order, signed=signed)


def int_from_bytes(cls, source, is_big, signed):
    if isinstance(source, (int, str)):
        raise TypeError("cannot convert '%s' object to bytes" % type(source).__name__)
    data = bytes(source)
    return cls.from_bytes(data, "big" if is_big else "little", signed=signed)


def _to_float(x):
    kind = type(x)
    if hasattr(kind, "__float__"):
        result = kind.__float__(x)
        if not isinstance(result, float):
            raise TypeError("%s.__float__ returned non-float (type %s)" % (kind.__name__, type(result).__name__))
        return _plain_float(result)
    return float(_to_index(x))


def float_new(cls, x):
    result = _to_float(x)
    if cls is float:
        return result
    return float.__new__(cls, result)


def _to_complex(x):
    kind = type(x)
    if hasattr(kind, "__complex__"):
        result = kind.__complex__(x)
        if not isinstance(result, complex):
            raise TypeError("__complex__ returned non-complex (type %s)" % type(result).__name__)
        return result
    if hasattr(kind, "__float__") or hasattr(kind, "__index__"):
        return _to_float(x)
    return x


def complex_new(cls, real, imag):
    if imag is None:
        return complex.__new__(cls, _to_complex(real))
    if hasattr(type(imag), "__float__") or hasattr(type(imag), "__index__"):
        imag = imag if isinstance(imag, complex) else _to_float(imag)
    return complex.__new__(cls, _to_complex(real), imag)


def math_unary(name, x):
    return getattr(type(x), name)(x)


def _to_real(x):
    if type(x) is int or type(x) is float:
        return x
    if hasattr(type(x), "__float__") or hasattr(type(x), "__index__"):
        return _to_float(x)
    return x


def math_retry(func, args):
    if func.__name__ in ("gcd", "lcm", "isqrt", "factorial", "comb", "perm"):
        return func(*[_to_index(arg) for arg in args])
    return func(*[_to_real(arg) for arg in args])


def math_items(func, args):
    return func(*[[_to_real(item) for item in arg] for arg in args])


def math_product(func, args):
    items, result = args
    for item in items:
        result = result * item
    return result
