# Names for annotations. Nothing is checked; what can be subscripted remembers its arguments and shows them.
# Every name is made on first use.

TYPE_CHECKING = False

# What stands for a class of another module: "name module.class".
_ALIASES = (
    "List builtins.list", "Dict builtins.dict", "Set builtins.set", "FrozenSet builtins.frozenset",
    "Tuple builtins.tuple", "Type builtins.type", "Deque collections.deque", "DefaultDict collections.defaultdict",
    "OrderedDict collections.OrderedDict", "Counter collections.Counter", "ChainMap collections.ChainMap",
    "AbstractSet collections.abc.Set", "Pattern re.Pattern", "Match re.Match",
    "ContextManager contextlib.AbstractContextManager",
)
_ABSTRACT = (
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Iterable", "Iterator", "Generator",
    "Reversible", "Container", "Collection", "Callable", "MutableSet", "Mapping", "MutableMapping", "Sequence",
    "MutableSequence", "ByteString", "MappingView", "KeysView", "ItemsView", "ValuesView", "Hashable", "Sized",
)
_FORMS = (
    "NoReturn", "Never", "Self", "LiteralString", "Optional", "Union", "Literal", "Final", "ClassVar", "Annotated",
    "Concatenate", "TypeAlias", "TypeGuard", "Required", "NotRequired", "Unpack",
)


def __getattr__(name):
    made = _find(name)
    globals()[name] = made
    return made


def _find(name):
    if name in _FORMS:
        from typing._forms import Form

        return Form(name, None)
    if name in _ABSTRACT:
        from collections import abc
        from typing._forms import Form

        return Form(name, getattr(abc, name))
    for line in _ALIASES:
        if line.startswith(name + " "):
            from typing._forms import Form

            module, _, leaf = line[len(name) + 1 :].rpartition(".")
            home = __import__(module, None, None, (leaf,))
            return Form(name, getattr(home, leaf))
    if name in ("NamedTuple", "TypedDict"):
        from typing import _records as home
    elif name in ("TypeVar", "ParamSpec", "TypeVarTuple", "NewType", "ForwardRef", "AnyStr", "Any"):
        from typing import _variables as home
    elif name == "Text":
        return str
    elif name in ("Generic", "Protocol", "runtime_checkable") or name.startswith("Supports"):
        from typing import _generic as home
    elif name in ("IO", "TextIO", "BinaryIO"):
        from typing._forms import Form

        return Form(name, object)
    elif not name.startswith("_"):
        from typing import _functions as home
    else:
        raise AttributeError("module 'typing' has no attribute %r" % name)
    made = getattr(home, name, None)
    if made is None:
        raise AttributeError("module 'typing' has no attribute %r" % name)
    return made


def cast(typ, val):
    return val
