# compile(), eval(), exec().


def compile_source(source, filename, mode):
    if not isinstance(source, (str, bytes, bytearray)):
        raise TypeError("compile() arg 1 must be a string, bytes or AST object")
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    return _compile(source, str(filename), mode)


def eval_source(source, names, own):
    return run_source(source, names, own, "eval")


def exec_source(source, names, own):
    run_source(source, names, own, "exec")


def run_source(source, names, own, mode):
    # Names that code finds and binds lie in one dict; two dicts are merged before and taken apart after.
    if names is None:
        names = globals()
        if own is None:
            own = locals()
    elif type(names) is not dict and not isinstance(names, dict):
        if mode == "eval":
            raise TypeError("globals must be a dict")
        raise TypeError("exec() globals must be a dict, not %s" % type(names).__name__)
    elif "__builtins__" not in names:
        names["__builtins__"] = find_module("builtins")
    if own is None:
        own = names
    if not _is_code(source):
        if not isinstance(source, (str, bytes, bytearray)):
            raise TypeError("%s() arg 1 must be a string, bytes or code object" % mode)
        if mode == "eval":
            source = source.lstrip(" \t") if isinstance(source, str) else source
        source = _compile(source, "<string>", mode)
    if own is names:
        return _run_code(source, names)
    merged = dict(names)
    merged.update(own)
    before = dict(merged)
    try:
        return _run_code(source, merged)
    finally:
        for name in merged:
            if name not in before or before[name] is not merged[name]:
                own[name] = merged[name]
