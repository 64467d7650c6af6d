# Names of types that have no builtin name. Each is found on first use.


def __getattr__(name):
    made = _of_function(name) or _of_value(name)
    if made is None and name in ("SimpleNamespace", "DynamicClassAttribute"):
        from _types_more import SimpleNamespace, DynamicClassAttribute

        made = SimpleNamespace if name == "SimpleNamespace" else DynamicClassAttribute
    elif made is None and name in ("new_class", "prepare_class", "resolve_bases"):
        import _types_class

        made = getattr(_types_class, name)
    if made is None:
        raise AttributeError("module 'types' has no attribute %r" % name)
    globals()[name] = made
    return made


def _of_function(name):
    def function():
        yield function

    match name:
        case "FunctionType" | "LambdaType":
            return type(function)
        case "GeneratorType":
            return type(function())
        case "CodeType":
            return type(function.__code__)
        case "CellType":
            return type(function.__closure__[0])
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
            return type(type(function).__code__)


def _of_value(name):
    match name:
        case "NoneType":
            return type(None)
        case "NotImplementedType":
            return type(NotImplemented)
        case "EllipsisType":
            return type(...)
        case "MappingProxyType":
            return type(type.__dict__)
        case "GenericAlias":
            return type(list[int])
        case "UnionType":
            return type(int | str)
        case "ModuleType":
            import sys

            return type(sys)
        case "MethodType":
            class Some:
                def method(self): pass

            return type(Some().method)
        case "MemberDescriptorType":
            class Some:
                __slots__ = ("slot",)

            return type(Some.slot)
        case "TracebackType" | "FrameType":
            try:
                raise TypeError
            except TypeError as error:
                trace = error.__traceback__
                return type(trace) if name == "TracebackType" else type(trace.tb_frame)
