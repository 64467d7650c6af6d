# NamedTuple and TypedDict: classes written like data.
__name__ = "typing"


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        from collections import _named

        annotations = namespace.get("__annotations__", {})
        names = tuple(annotations)
        _named._check_names(name, list(names), False)
        defaults = {}
        for field in names:
            if field in namespace:
                defaults[field] = namespace.pop(field)
            elif defaults:
                raise TypeError(
                    "non-default namedtuple field %s cannot follow default field%s %s"
                    % (field, "s" if len(defaults) > 1 else "", ", ".join(defaults))
                )
        made = _named.build(name, names, defaults, namespace.get("__module__", "__main__"))
        for key, value in namespace.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make"):
                if key != "__slots__":
                    raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            elif key not in ("__module__", "__orig_bases__", "__attrs__", "__classcell__"):
                setattr(made, key, value)
        return made


class _NamedTuple:
    def __call__(self, typename, fields=None, /, **kwargs):
        from collections import _named

        if fields is None:
            fields = kwargs.items()
        fields = dict(fields)
        _named._check_names(typename, list(fields), False)
        made = _named.build(typename, tuple(fields), {}, _named.caller(2))
        made.__annotations__ = fields
        return made

    def __mro_entries__(self, bases):
        return (_base,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTuple()
_base = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        annotations = {}
        required = set()
        optional = set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        own = namespace.get("__annotations__", {})
        annotations.update(own)
        (required if total else optional).update(own)
        kept = {key: value for key, value in namespace.items() if key in ("__module__", "__qualname__", "__doc__")}
        kept["__annotations__"] = annotations
        kept["__total__"] = total
        kept["__required_keys__"] = frozenset(required)
        kept["__optional_keys__"] = frozenset(optional)
        return type.__new__(mcls, name, (dict,), kept)

    def __init__(cls, name, bases, namespace, total=True):
        pass

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class _TypedDict:
    def __call__(self, typename, fields, /, *, total=True):
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": "__main__"}, total=total)

    def __mro_entries__(self, bases):
        return (_dict_base,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDict()
_dict_base = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
