# Names of types that have no builtin name. Most lie in ROM; the others are found or made on first use.


def __getattr__(name):
    import _types

    made = getattr(_types, name, None) or _of_builtin(name)
    if made is None and name in ("SimpleNamespace", "DynamicClassAttribute", "coroutine"):
        import _types_more as home

        made = getattr(home, name)
    elif made is None and name in ("new_class", "prepare_class", "resolve_bases"):
        import _types_class as home

        made = getattr(home, name)
    if made is None:
        raise AttributeError("module 'types' has no attribute %r" % name)
    globals()[name] = made
    return made


def _of_builtin(name):
    match name:
        case "LambdaType":
            return type(_of_builtin)
        case "BuiltinFunctionType" | "BuiltinMethodType":
            return type(len)
        case "WrapperDescriptorType":
            return type(object.__init__)
        case "MethodWrapperType":
            return type(object().__str__)
        case "MethodDescriptorType":
            return type(str.join)
        case "ClassMethodDescriptorType":
            return type(dict.__dict__["fromkeys"])
        case "GetSetDescriptorType":
            return type(type(_of_builtin).__code__)
        case "UnionType":
            return type(int | str)
