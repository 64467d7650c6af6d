# Operators of int, bool, float and complex, called by name from both sides, for all sizes of int.
for n in (7, 1 << 40, 1 << 90):
    n.__abs__(), n.__bool__(), n.__ceil__(), n.__float__(), n.__floor__(), n.__int__(), n.__invert__(), n.__neg__()
    n.__pos__(), n.__trunc__(), n.__round__(), n.__index__(), n.__hash__(), n.__sizeof__(), n.__repr__()
    for name in ("add", "sub", "mul", "floordiv", "mod", "truediv", "and", "or", "xor", "divmod"):
        getattr(n, "__" + name + "__")(5), getattr(5, "__r" + name + "__")(n)
    n.__lshift__(3), n.__rshift__(3), (3).__rlshift__(n), (3).__rrshift__(n), n.__pow__(2), (2).__rpow__(n)
    n.__eq__(1), n.__ne__(1), n.__lt__(1), n.__le__(1), n.__gt__(1), n.__ge__(1), n.__format__(",d"), n.bit_length()
for name in ("and", "or", "xor"):
    getattr(True, "__" + name + "__")(False), getattr(True, "__r" + name + "__")(False)
True.__repr__()
f = 2.5
f.__abs__(), f.__bool__(), f.__ceil__(), f.__float__(), f.__floor__(), f.__int__(), f.__neg__(), f.__pos__()
f.__trunc__(), f.__round__(), f.__round__(1), f.__hash__(), f.__repr__(), f.__format__(".1f"), f.__getnewargs__()
float.__getformat__("double"), f.as_integer_ratio(), f.is_integer(), f.hex(), float.fromhex("0x1p3"), f.conjugate()
for name in ("add", "sub", "mul", "floordiv", "mod", "truediv", "divmod", "pow"):
    getattr(f, "__" + name + "__")(1.5), getattr(f, "__r" + name + "__")(1.5)
f.__eq__(1), f.__ne__(1), f.__lt__(1), f.__le__(1), f.__gt__(1), f.__ge__(1), f.real, f.imag
c = complex(1, 2)
c.__abs__(), c.__bool__(), c.__complex__(), c.__neg__(), c.__pos__(), c.__hash__(), c.__repr__(), c.__getnewargs__()
c.__format__(""), c.conjugate(), c.real, c.imag, c.__eq__(c), c.__ne__(c), complex.__new__(complex, "1+2j")
for name in ("add", "sub", "mul", "truediv", "pow"):
    getattr(c, "__" + name + "__")(2j), getattr(c, "__r" + name + "__")(2j)
for name in ("lt", "le", "gt", "ge"):
    getattr(c, "__" + name + "__")(c)
