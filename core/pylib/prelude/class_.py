# Making classes and instances where metaclasses, hooks or unusual constructors have a say.


def build_class(func, name, bases, kwargs):
    given = bases
    bases = resolve_bases(bases)
    kwargs = {} if kwargs is None else dict(kwargs)
    if "metaclass" in kwargs:
        meta = kwargs.pop("metaclass")
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _pick_meta(meta, bases)
    if meta is type:
        namespace = {}
    else:
        namespace = prepare_namespace(meta, name, bases, kwargs)
    cell = func(namespace)
    if given is not bases:
        namespace["__orig_bases__"] = given
    if cell is not None:
        namespace["__classcell__"] = cell
    cls = meta(name, bases, namespace, **kwargs)
    if cell is not None and isinstance(cls, type):
        check_class_cell(cell, cls, name)
    return cls


def prepare_namespace(meta, name, bases, kwargs):
    prepare = getattr(meta, "__prepare__", None)
    if prepare is None:
        return {}
    namespace = prepare(name, bases, **kwargs)
    if not hasattr(namespace, "__getitem__"):
        owner = meta.__name__ if isinstance(meta, type) else "<metaclass>"
        raise TypeError("%s.__prepare__() must return a mapping, not %s" % (owner, type(namespace).__name__))
    return namespace


def check_class_cell(cell, cls, name):
    try:
        found = cell.cell_contents
    except ValueError:
        raise RuntimeError(
            "__class__ not set defining %r as %r. Was __classcell__ propagated to type.__new__?" % (name, cls)
        )
    if found is not cls:
        raise TypeError("__class__ set to %r defining %r as %r" % (found, name, cls))


def resolve_bases(bases):
    for base in bases:
        if not isinstance(base, type):
            break
    else:
        return bases
    result = []
    changed = False
    for base in bases:
        hook = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if hook is None:
            result.append(base)
            continue
        entries = hook(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        result.extend(entries)
        changed = True
    return tuple(result) if changed else bases


def finish_class(cls, /, **kwargs):
    for name, value in list(cls.__dict__.items()):
        hook = _lookup(type(value), "__set_name__")
        if hook is not None:
            try:
                type(value).__set_name__(value, cls, name)
            except BaseException as error:
                raise RuntimeError(
                    "Error calling __set_name__ on '%s' instance %r in '%s'"
                    % (type(value).__name__, name, cls.__name__)
                ) from error
    super(cls, cls).__init_subclass__(**kwargs)
    return cls


def call_class_slow(cls, /, *args, **kwargs):
    new = cls.__new__
    if _new_ignores_arguments(new):
        obj = new(cls)
    elif kwargs and new in (tuple.__new__, float.__new__, frozenset.__new__) and cls.__init__ is not object.__init__:
        # They leave keywords to an `__init__` that is not their own.
        obj = new(cls, *args)
    else:
        obj = new(cls, *args, **kwargs)
    if type.__instancecheck__(cls, obj):
        init = type(obj).__init__
        if init is object.__init__ and new is not object.__new__:
            return obj
        result = init(obj, *args, **kwargs)
        if result is not None:
            raise TypeError("__init__() should return None, not '%s'" % type(result).__name__)
    return obj


def abstract_error(cls):
    names = sorted(cls.__abstractmethods__)
    plural = "" if len(names) == 1 else "s"
    raise TypeError(
        "Can't instantiate abstract class %s with abstract method%s %s" % (cls.__name__, plural, ", ".join(names))
    )


def object_ne(a, b):
    result = type(a).__eq__(a, b)
    return result if result is NotImplemented else not result


def exception_repr(name, args):
    return "%s(%r)" % (name, args[0]) if len(args) == 1 else name + repr(args)


def set_exception_args(exc, args):
    exc.args = tuple(args)


def method_repr(method, receiver):
    return "<bound method %s of %r>" % (getattr(method, "__qualname__", "?"), receiver)


def weak_eq(a, b):
    return a == b


def weak_ne(a, b):
    return a != b


def weak_hash(weak, target):
    return _keep_hash(weak, hash(target))


def equal_objects(a, b):
    return a == b


def alias_repr(origin, args, is_union, is_starred):
    parts = [alias_part(arg) for arg in args]
    if is_union:
        return " | ".join(parts)
    star = "*" if is_starred else ""
    return "%s%s[%s]" % (star, alias_part(origin), ", ".join(parts) if parts else "()")


def alias_part(item):
    if item is Ellipsis:
        return "..."
    if item is type(None):
        return "None"
    if not isinstance(item, type):
        return repr(item)
    if item.__module__ == "builtins":
        return item.__qualname__
    return "%s.%s" % (item.__module__, item.__qualname__)


def proxy_repr(mapping):
    return "mappingproxy(%r)" % (mapping,)
