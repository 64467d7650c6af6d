# Operators as functions. There are sixty of them and a program uses two: each is made on first use.


def __getattr__(name):
    plain = name[2:-2] if name.startswith("__") and name.endswith("__") else name
    plain = {"and": "and_", "or": "or_", "not": "not_"}.get(plain, plain)
    for make in (_arithmetic, _comparison, _in_place, _container, _getter):
        made = make(plain)
        if made is not None:
            globals()[name] = made
            return made
    raise AttributeError("module 'operator' has no attribute %r" % name)


# The local function is called like the operator, so that its name is right.


def _arithmetic(name):
    match name:
        case "add":
            def add(a, b, /): return a + b
            return add
        case "sub":
            def sub(a, b, /): return a - b
            return sub
        case "mul":
            def mul(a, b, /): return a * b
            return mul
        case "matmul":
            def matmul(a, b, /): return a @ b
            return matmul
        case "truediv":
            def truediv(a, b, /): return a / b
            return truediv
        case "floordiv":
            def floordiv(a, b, /): return a // b
            return floordiv
        case "mod":
            def mod(a, b, /): return a % b
            return mod
        case "pow":
            def pow(a, b, /): return a**b
            return pow
        case "lshift":
            def lshift(a, b, /): return a << b
            return lshift
        case "rshift":
            def rshift(a, b, /): return a >> b
            return rshift
        case "and_":
            def and_(a, b, /): return a & b
            return and_
        case "or_":
            def or_(a, b, /): return a | b
            return or_
        case "xor":
            def xor(a, b, /): return a ^ b
            return xor
        case "neg":
            def neg(a, /): return -a
            return neg
        case "pos":
            def pos(a, /): return +a
            return pos
        case "inv" | "invert":
            def invert(a, /): return ~a
            return invert
        case "abs":
            return abs


def _comparison(name):
    match name:
        case "lt":
            def lt(a, b, /): return a < b
            return lt
        case "le":
            def le(a, b, /): return a <= b
            return le
        case "eq":
            def eq(a, b, /): return a == b
            return eq
        case "ne":
            def ne(a, b, /): return a != b
            return ne
        case "ge":
            def ge(a, b, /): return a >= b
            return ge
        case "gt":
            def gt(a, b, /): return a > b
            return gt
        case "is_":
            def is_(a, b, /): return a is b
            return is_
        case "is_not":
            def is_not(a, b, /): return a is not b
            return is_not
        case "not_":
            def not_(a, /): return not a
            return not_
        case "truth":
            def truth(a, /): return bool(a)
            return truth


def _in_place(name):
    match name:
        case "iadd":
            def iadd(a, b, /): a += b; return a
            return iadd
        case "iconcat":
            def iconcat(a, b, /): _need_sequence(a); a += b; return a
            return iconcat
        case "isub":
            def isub(a, b, /): a -= b; return a
            return isub
        case "imul":
            def imul(a, b, /): a *= b; return a
            return imul
        case "imatmul":
            def imatmul(a, b, /): a @= b; return a
            return imatmul
        case "itruediv":
            def itruediv(a, b, /): a /= b; return a
            return itruediv
        case "ifloordiv":
            def ifloordiv(a, b, /): a //= b; return a
            return ifloordiv
        case "imod":
            def imod(a, b, /): a %= b; return a
            return imod
        case "ipow":
            def ipow(a, b, /): a **= b; return a
            return ipow
        case "ilshift":
            def ilshift(a, b, /): a <<= b; return a
            return ilshift
        case "irshift":
            def irshift(a, b, /): a >>= b; return a
            return irshift
        case "iand":
            def iand(a, b, /): a &= b; return a
            return iand
        case "ior":
            def ior(a, b, /): a |= b; return a
            return ior
        case "ixor":
            def ixor(a, b, /): a ^= b; return a
            return ixor


def _need_sequence(a):
    if not hasattr(type(a), "__getitem__") or isinstance(a, dict):
        raise TypeError("'%s' object can't be concatenated" % type(a).__name__)


def _container(name):
    match name:
        case "concat":
            def concat(a, b, /): _need_sequence(a); return a + b
            return concat
        case "contains":
            def contains(a, b, /): return b in a
            return contains
        case "getitem":
            def getitem(a, b, /): return a[b]
            return getitem
        case "setitem":
            def setitem(a, b, c, /): a[b] = c
            return setitem
        case "delitem":
            def delitem(a, b, /): del a[b]
            return delitem
        case "countOf":
            def countOf(a, b, /): return sum([1 for item in a if item is b or item == b])
            return countOf
        case "indexOf":
            def indexOf(a, b, /):
                for i, item in enumerate(a):
                    if item is b or item == b:
                        return i
                raise ValueError("sequence.index(x): x not in sequence")
            return indexOf
        case "index":
            def index(a, /):
                convert = int if isinstance(a, int) else type(a)
                convert = getattr(convert, "__index__", None)
                if convert is None:
                    raise TypeError("'%s' object cannot be interpreted as an integer" % type(a).__name__)
                return convert(a)
            return index
        case "length_hint":
            return _length_hint
        case "call":
            def call(obj, /, *args, **kwargs): return obj(*args, **kwargs)
            return call


def _length_hint(obj, default=0, /):
    if not isinstance(default, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(default).__name__)
    if hasattr(type(obj), "__len__"):
        return len(obj)
    hint = getattr(type(obj), "__length_hint__", None)
    found = NotImplemented if hint is None else hint(obj)
    if found is NotImplemented:
        return default
    if not isinstance(found, int):
        raise TypeError("__length_hint__ must be an integer, not %s" % type(found).__name__)
    if found < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return found


def _getter(name):
    if name == "itemgetter":
        return _itemgetter
    if name == "attrgetter":
        return _attrgetter
    if name == "methodcaller":
        return _methodcaller


def _itemgetter(*items):
    if not items:
        raise TypeError("itemgetter expected 1 argument, got 0")
    if len(items) > 1:
        return lambda obj, /: tuple([obj[item] for item in items])
    (item,) = items
    return lambda obj, /: obj[item]


def _attrgetter(*names):
    if not names:
        raise TypeError("attrgetter expected 1 argument, got 0")
    for name in names:
        if not isinstance(name, str):
            raise TypeError("attribute name must be a string")
    if len(names) > 1:
        getters = [_attrgetter(name) for name in names]
        return lambda obj, /: tuple([getter(obj) for getter in getters])
    (name,) = names
    if "." not in name:
        return lambda obj, /: getattr(obj, name)
    parts = name.split(".")

    def get(obj, /):
        for part in parts:
            obj = getattr(obj, part)
        return obj

    return get


def _methodcaller(*args, **kwargs):
    if not args:
        raise TypeError("methodcaller needs at least one argument, the method name")
    name, *args = args
    if not isinstance(name, str):
        raise TypeError("method name must be a string")
    return lambda obj, /: getattr(obj, name)(*args, **kwargs)
