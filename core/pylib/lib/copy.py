# Copies of objects, one level or all levels deep.

__all__ = ("Error", "copy", "deepcopy")


class Error(Exception):
    pass


error = Error


def copy(x):
    cls = type(x)
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if _is_atomic(x, cls) or cls in (tuple, frozenset):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuild(x, cls, None)


def deepcopy(x, memo=None):
    cls = type(x)
    if cls in (int, str, float, bool) or _is_atomic(x, cls):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key]
    if cls is list:
        memo[key] = made = []
        for item in x:
            made.append(deepcopy(item, memo))
    elif cls is dict:
        memo[key] = made = {}
        for name, item in x.items():
            made[deepcopy(name, memo)] = deepcopy(item, memo)
    elif cls is tuple:
        made = _deep_tuple(x, memo)
    else:
        method = getattr(cls, "__deepcopy__", None)
        made = _rebuild(x, cls, memo) if method is None else method(x, memo)
    if made is not x:
        memo[key] = made
        # An object that dies now would leave its id to another one.
        memo.setdefault(id(memo), []).append(x)
    return made


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # A tuple in a cycle was copied on the way.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _is_atomic(x, cls):
    if x is None or x is ... or x is NotImplemented or isinstance(x, type):
        return True
    return cls in (int, str, float, bool, complex, bytes, range, slice, property) or cls.__name__ in (
        "function", "builtin_function_or_method", "code", "weakref", "ReferenceType", "ellipsis", "types.GenericAlias",
        "GenericAlias", "UnionType",
    )


def _rebuild(x, cls, memo):
    # What tells how it is made again goes first; `object` says nothing of use.
    for name, args in (("__reduce_ex__", (4,)), ("__reduce__", ())):
        method = getattr(cls, name, None)
        if method is not None and method is not getattr(object, name, None):
            found = method(x, *args)
            return x if isinstance(found, str) else _reconstruct(found, memo)
    if cls is memoryview:
        raise TypeError("cannot pickle memoryview objects")
    if cls.__name__ in ("generator", "module", "frame", "traceback", "coroutine", "zip", "map", "filter"):
        raise TypeError("cannot pickle %r object" % cls.__name__)
    if cls.__name__ == "method":
        return x if memo is None else cls(x.__func__, deepcopy(x.__self__, memo))
    made = _empty(x, cls, memo)
    if memo is not None:
        memo[id(x)] = made
    _fill(made, x, memo)
    return made


def _same(x, memo):
    return x if memo is None else deepcopy(x, memo)


def _empty(x, cls, memo):
    args = getattr(cls, "__getnewargs__", None)
    if args is not None and not isinstance(x, str):
        return cls.__new__(cls, *[_same(arg, memo) for arg in args(x)])
    for base in (tuple, frozenset):
        if isinstance(x, base):
            return base.__new__(cls, [_same(item, memo) for item in x])
    for base in (int, float, str, bytes, complex):
        if isinstance(x, base):
            return base.__new__(cls, x)
    if isinstance(x, BaseException):
        return cls.__new__(cls, *[_same(arg, memo) for arg in x.args])
    return cls.__new__(cls)


def _fill(made, x, memo):
    if isinstance(x, list):
        for item in list.__iter__(x):
            list.append(made, _same(item, memo))
    elif isinstance(x, dict):
        for key in dict.__iter__(x):
            dict.__setitem__(made, _same(key, memo), _same(dict.__getitem__(x, key), memo))
    elif isinstance(x, set):
        for item in set.__iter__(x):
            set.add(made, _same(item, memo))
    elif isinstance(x, bytearray):
        made.extend(x)
    _set_state(made, _state(x, memo), memo)


def _state(x, memo):
    method = getattr(type(x), "__getstate__", None)
    if method is not None and method is not getattr(object, "__getstate__", None):
        return _same(method(x), memo)
    state = {name: _same(value, memo) for name, value in getattr(x, "__dict__", {}).items()}
    slots = {}
    for base in type(x).__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in [names] if isinstance(names, str) else names:
            if name.startswith("__") and not name.endswith("__"):
                name = "_%s%s" % (base.__name__.lstrip("_"), name)
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                slots[name] = _same(getattr(x, name), memo)
    return (state or None, slots) if slots else state or None


def _set_state(made, state, memo):
    if state is None:
        return
    method = getattr(made, "__setstate__", None)
    if method is not None:
        method(state)
        return
    slots = {}
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    for name, value in (state or {}).items():
        object.__setattr__(made, name, value)
    for name, value in slots.items():
        object.__setattr__(made, name, value)


def _reconstruct(found, memo):
    func, args, state, items, pairs, *_ = (*found, None, None, None, None)
    made = func(*[_same(arg, memo) for arg in args])
    if state is not None:
        _set_state(made, _same(state, memo), memo)
    if items is not None:
        for item in items:
            made.append(_same(item, memo))
    if pairs is not None:
        for key, value in pairs:
            made[_same(key, memo)] = _same(value, memo)
    return made
