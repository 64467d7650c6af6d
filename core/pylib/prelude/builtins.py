# Builtin functions whose arguments need script code.


def call_special(obj, name, *args):
    return getattr(obj, name)(*args)


def hash_object(obj):
    value = type(obj).__hash__(obj)
    if not isinstance(value, int):
        raise TypeError("__hash__ method should return an integer")
    # Whatever `__hash__` gives, an equal int has the same hash.
    return hash(+value)


def len_object(obj):
    return check_length(type(obj).__len__(obj))


def check_length(value):
    value = index_of(value)
    if value < 0:
        raise ValueError("__len__() should return >= 0")
    if value > 0x3FFFFFFF and value > 2147483647:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return value + 0


def next_default(it, default):
    try:
        return next(it)
    except StopIteration:
        return default


def iter_object(obj):
    cls = type(obj)
    hook = _lookup(cls, "__iter__")
    if hook is None:
        if _is_iterable(obj):
            return _iter_new(1, obj, 0)
        raise TypeError("'%s' object is not iterable" % cls.__name__)
    it = cls.__iter__(obj)
    if _lookup(type(it), "__next__") is None:
        raise TypeError("iter() returned non-iterator of type '%s'" % type(it).__name__)
    return it


def sorted_list(iterable, key, reverse):
    items = list(iterable)
    items.sort(key=key, reverse=reverse)
    return items


def sum_items(iterable, total):
    for item in iterable:
        total = total + item
    return total


def sum_from(items, i, total):
    while i < len(items):
        total = total + items[i]
        i += 1
    return total


def min_or_max(source, key, has_default, default, largest):
    found = False
    best = best_key = None
    for item in source:
        rank = item if key is None else key(item)
        if not found:
            found = True
        elif not (rank > best_key if largest else rank < best_key):
            continue
        best = item
        best_key = rank
    if found:
        return best
    if has_default:
        return default
    raise ValueError("%s() arg is an empty sequence" % ("max" if largest else "min"))


def all_of(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def any_of(iterable):
    for item in iterable:
        if item:
            return True
    return False


def print_to(values, sep, end, file, flush):
    if file is None:
        file = _sys_member("stdout")
    if file is None:
        text = sep.join([str(value) for value in values]) + end
        print(text, end="")
        if flush:
            _flush()
        return
    first = True
    for value in values:
        if not first:
            file.write(sep)
        first = False
        file.write(str(value))
    file.write(end)
    if flush:
        file.flush()


def input_line(prompt):
    return input(str(prompt))


def is_instance(obj, cls):
    if type(obj) is cls:
        return True
    members = _union_members(cls)
    if members is not None:
        for member in members:
            if isinstance(obj, member):
                return True
        return False
    if _lookup(type(cls), "__instancecheck__") is None:
        if hasattr(cls, "__origin__"):
            raise TypeError("isinstance() argument 2 cannot be a parameterized generic")
        raise TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    return bool(type(cls).__instancecheck__(cls, obj))


def is_subclass(sub, cls):
    members = _union_members(cls)
    if members is not None:
        for member in members:
            if issubclass(sub, member):
                return True
        return False
    if _lookup(type(cls), "__subclasscheck__") is None:
        if hasattr(cls, "__origin__"):
            raise TypeError("issubclass() argument 2 cannot be a parameterized generic")
        raise TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return bool(type(cls).__subclasscheck__(cls, sub))


def getattr_default(obj, name, default):
    try:
        return getattr(obj, name)
    except AttributeError:
        return default


def has_attribute(obj, name):
    try:
        getattr(obj, name)
    except AttributeError:
        return False
    return True


def dir_object(*args):
    if args:
        return sorted(type(args[0]).__dir__(args[0]))
    return sorted(locals())


def divmod_objects(a, b):
    result = binary_special(a, b, "__divmod__", "__rdivmod__")
    if result is NotImplemented:
        raise TypeError(
            "unsupported operand type(s) for divmod(): '%s' and '%s'" % (type(a).__name__, type(b).__name__)
        )
    return result


def binary_special(a, b, name, reflected):
    left = _lookup(type(a), name)
    right = _lookup(type(b), reflected)
    if type(a) is type(b):
        right = None
    elif right is not None and issubclass(type(b), type(a)) and right is not _lookup(type(a), reflected):
        result = getattr(type(b), reflected)(b, a)
        if result is not NotImplemented:
            return result
        right = None
    if left is not None:
        result = getattr(type(a), name)(a, b)
        if result is not NotImplemented:
            return result
    if right is not None:
        return getattr(type(b), reflected)(b, a)
    return NotImplemented


def pow_objects(a, b, modulus):
    if modulus is None:
        return a ** b
    result = NotImplemented
    if _lookup(type(a), "__pow__") is not None:
        result = type(a).__pow__(a, b, modulus)
    if result is NotImplemented:
        raise TypeError(
            "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'"
            % (type(a).__name__, type(b).__name__, type(modulus).__name__)
        )
    return result


def index_of(value):
    result = _to_index(value)
    if not isinstance(result, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    return result


def number_text(which, value):
    value = index_of(value)
    if which == 0:
        return chr(value)
    if which == 1:
        return bin(value)
    return oct(value) if which == 2 else hex(value)


def display_value(value):
    print(repr(value))


def write_lines(file, lines):
    for line in lines:
        file.write(line)


def read_lines(file):
    lines = []
    line = file.readline()
    while line:
        lines.append(line)
        line = file.readline()
    return lines


def read_input(file, most):
    if most is not None and most >= 0:
        raise OSError("standard input is read by lines or as a whole")
    return "".join(read_lines(file))


def get_frame(depth):
    # The frame and some that called it, outermost first.
    places = []
    place = _place_behind(depth)
    if place is None:
        raise ValueError("call stack is not deep enough")
    while place is not None and len(places) < 16:
        places.append(place)
        depth += 1
        place = _place_behind(depth)
    frame = None
    while places:
        frame = _frame_of(places.pop(), frame)
    return frame


def sys_attribute(name):
    module = import_module("_sysdata", None, None, 0)
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    raise AttributeError("module 'sys' has no attribute '%s'" % name, name=name)


def break_here(args, names):
    hook = _sys_member("breakpointhook")
    if hook is not None:
        return hook(*args, **names)
    return break_with_debugger(args, names)


def break_with_debugger(args, names):
    try:
        debugger = import_module("pdb", None, None, 0)
    except ModuleNotFoundError:
        frame = get_frame(0)
        text = "%s:%d: breakpoint() has no debugger; sys.breakpointhook may be set to one"
        file = import_module("sys", None, None, 0).stderr
        if file is not None:
            print(text % (frame.f_code.co_filename, frame.f_lineno), file=file)
        return None
    return debugger.set_trace(*args, **names)
