# What instructions ask for when their operands are not builtin: displays, unpacking, calls, patterns,
# generators, finalizers.


def init_instance(obj, *args, **kwargs):
    result = type(obj).__init__(obj, *args, **kwargs)
    if result is not None:
        raise TypeError("__init__() should return None, not '%s'" % type(result).__name__)
    return obj


def finalize(obj):
    # A generator answers GeneratorExit by letting it or StopIteration through; that is no error.
    try:
        _finalize(obj)
    except (GeneratorExit, StopIteration):
        if type(obj).__name__ not in ("generator", "coroutine", "async_generator"):
            raise


def _call_name(func):
    name = getattr(func, "__qualname__", None)
    if name is None:
        return str(func)
    module = getattr(func, "__module__", None)
    if module is None or module == "builtins":
        return name + "()"
    return module + "." + name + "()"


def contains_by_iteration(container, wanted):
    if not _is_iterable(container):
        raise TypeError("argument of type '%s' is not iterable" % type(container).__name__)
    if not _is_iterable(container):
        raise TypeError("argument of type '%s' is not iterable" % type(container).__name__)
    for item in container:
        if item is wanted or item == wanted:
            return True
    return False


def class_name(namespace, name, globals):
    try:
        return namespace[name]
    except KeyError:
        pass
    if name in globals:
        return globals[name]
    return _builtin(name)


def call_spread(func, args, *mapping):
    if not _is_iterable(args):
        raise TypeError("%s argument after * must be an iterable, not %s" % (_call_name(func), type(args).__name__))
    positional = tuple(args)
    if not mapping:
        return func(*positional)
    kwargs = mapping[0]
    if not hasattr(kwargs, "keys"):
        raise TypeError("%s argument after ** must be a mapping, not %s" % (_call_name(func), type(kwargs).__name__))
    named = {}
    for key in kwargs.keys():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        named[key] = kwargs[key]
    return func(*positional, **named)


def call_super(maker, after, obj, name, *args):
    return getattr(maker(after, obj), name)(*args)


def build_set(items):
    result = set()
    for item in items:
        result.add(item)
    return result


def build_map(items):
    result = {}
    i = 0
    n = len(items)
    while i < n:
        result[items[i]] = items[i + 1]
        i += 2
    return result


def set_add(target, item):
    target.add(item)


def list_display_extend(target, source):
    if not _is_iterable(source):
        raise TypeError("Value after * must be an iterable, not %s" % type(source).__name__)
    for item in source:
        target.append(item)


def set_display_update(target, source):
    for item in source:
        target.add(item)


def map_display_update(target, source):
    if not hasattr(source, "keys"):
        raise TypeError("'%s' object is not a mapping" % type(source).__name__)
    for key in source.keys():
        target[key] = source[key]


def map_merge(target, source, func):
    if not hasattr(source, "keys"):
        raise TypeError("%s argument after ** must be a mapping, not %s" % (_call_name(func), type(source).__name__))
    for key in source.keys():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        if key in target:
            raise TypeError("%s got multiple values for keyword argument '%s'" % (_call_name(func), key))
        target[key] = source[key]


def unpack(source, wanted):
    if not _is_iterable(source):
        raise TypeError("cannot unpack non-iterable %s object" % type(source).__name__)
    items = []
    it = iter(source)
    for item in it:
        if len(items) == wanted:
            raise ValueError("too many values to unpack (expected %d)" % wanted)
        items.append(item)
    if len(items) < wanted:
        raise ValueError("not enough values to unpack (expected %d, got %d)" % (wanted, len(items)))
    return tuple(items)


def unpack_list(source, wanted):
    return list(unpack(source, wanted))


def unpack_extended(source, before, after):
    if not _is_iterable(source):
        raise TypeError("cannot unpack non-iterable %s object" % type(source).__name__)
    items = list(source)
    n = len(items)
    if n < before + after:
        raise ValueError("not enough values to unpack (expected at least %d, got %d)" % (before + after, n))
    end = n - after
    return (*items[:before], items[before:end], *items[end:])


def delegate_step(it, sent):
    if sent is None:
        return next(it)
    return it.send(sent)


def delegate_throw(it, exc):
    # An iterator without `throw` lets the exception pass; GeneratorExit closes it first.
    if isinstance(exc, GeneratorExit):
        close = getattr(it, "close", None)
        if close is not None:
            close()
        raise exc
    throw = getattr(it, "throw", None)
    if throw is None:
        raise exc
    return throw(exc)


def match_sequence(subject, wanted, is_open):
    if not is_registered(type(subject), "Sequence"):
        return False
    count = len(subject)
    return count >= wanted if is_open else count == wanted


def match_mapping(subject, wanted):
    return is_registered(type(subject), "Mapping") and len(subject) >= wanted


def is_registered(cls, name):
    # A class that nobody has imported has no subclasses, but for deque, which does without it.
    module = _modules().get("collections.abc")
    base = module and module.__dict__.get(name)
    if base and issubclass(cls, base):
        return True
    if name == "Sequence":
        for base in cls.__mro__:
            if base.__name__ == "deque" and base.__module__ == "collections":
                return True
    return False


def match_keys(subject, keys):
    values = []
    seen = set()
    for key in keys:
        if key in seen:
            raise ValueError("mapping pattern checks duplicate key (%r)" % (key,))
        seen.add(key)
        if key not in subject:
            return None
        values.append(subject[key])
    return tuple(values)


def match_class(subject, cls, pattern):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(subject, cls):
        return None
    count = pattern[0]
    names = []
    if count:
        match_args = getattr(cls, "__match_args__", None)
        if match_args is None:
            if cls in (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple):
                if count > 1:
                    raise TypeError("%s() accepts 1 positional sub-pattern (%d given)" % (cls.__name__, count))
                return _match_values(subject, [], pattern, True)
            match_args = ()
        if type(match_args) is not tuple:
            raise TypeError("%s.__match_args__ must be a tuple (got %s)" % (cls.__name__, type(match_args).__name__))
        if count > len(match_args):
            raise TypeError(
                "%s() accepts %d positional sub-pattern%s (%d given)"
                % (cls.__name__, len(match_args), "" if len(match_args) == 1 else "s", count)
            )
        names = list(match_args[:count])
        for name in names:
            if type(name) is not str:
                raise TypeError("__match_args__ elements must be strings (got %s)" % type(name).__name__)
    return _match_values(subject, names, pattern, False)


def _match_values(subject, names, pattern, itself):
    values = [subject] if itself else []
    for name in names:
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    i = 1
    while i < len(pattern):
        if pattern[i] in names:
            raise TypeError("%s() got multiple sub-patterns for attribute '%s'" % (type(subject).__name__, pattern[i]))
        try:
            values.append(getattr(subject, pattern[i]))
        except AttributeError:
            return None
        i += 1
    return tuple(values)


def match_rest(subject, keys):
    rest = {}
    for key in subject.keys():
        if key not in keys:
            rest[key] = subject[key]
    return rest
