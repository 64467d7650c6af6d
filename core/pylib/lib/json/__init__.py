# JSON text from objects and back.

__all__ = ("dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder")


def __getattr__(name):
    if name == "JSONEncoder":
        from json.encoder import JSONEncoder as made
    elif name == "JSONDecoder":
        from json.decoder import JSONDecoder as made
    elif name == "JSONDecodeError":
        from json.decoder import JSONDecodeError as made
    else:
        raise AttributeError("module 'json' has no attribute %r" % name)
    globals()[name] = made
    return made


def _encode(
    write, obj, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
    separators=None, default=None, sort_keys=False, **kw
):
    if cls is not None or kw:
        if cls is None:
            from json.encoder import JSONEncoder as cls
        made = cls(
            skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
            indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw
        )
        for part in made.iterencode(obj):
            write(part)
        return
    from json._write import emit, options

    config = options(
        write, default, ensure_ascii, check_circular, allow_nan, skipkeys, sort_keys, indent, separators
    )
    emit(obj, config, 0)


def dumps(obj, *, cls=None, **options):
    if cls is not None:
        options.setdefault("separators", None)
        options.setdefault("default", None)
        return _made(cls, options).encode(obj)
    parts = []
    _encode(parts.append, obj, **options)
    return "".join(parts)


def dump(obj, fp, **options):
    _encode(fp.write, obj, **options)


def _made(cls, options):
    defaults = {"skipkeys": False, "ensure_ascii": True, "check_circular": True, "allow_nan": True, "indent": None}
    defaults["sort_keys"] = False
    return cls(**{**defaults, **options})


def loads(
    s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None,
    **kw
):
    from json._read import text_of, document

    s = text_of(s)
    if cls is None and not kw:
        return document(s, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, True)
    if cls is None:
        from json.decoder import JSONDecoder as cls
    hooks = {
        "object_hook": object_hook, "parse_float": parse_float, "parse_int": parse_int,
        "parse_constant": parse_constant, "object_pairs_hook": object_pairs_hook,
    }
    for name in hooks:
        if hooks[name] is not None:
            kw[name] = hooks[name]
    return cls(**kw).decode(s)


def load(fp, **options):
    return loads(fp.read(), **options)
