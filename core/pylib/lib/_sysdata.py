# Members of sys that few scripts ask for.


class _Row(tuple):
    # A tuple whose items have names, too.
    __slots__ = ()
    _fields = ()

    def __getattr__(self, name):
        if name in self._fields:
            return self[self._fields.index(name)]
        raise AttributeError("'%s' object has no attribute '%s'" % (type(self).__name__, name))

    def __repr__(self):
        pairs = ", ".join(["%s=%r" % pair for pair in zip(self._fields, self)])
        return "sys.%s(%s)" % (type(self).__name__, pairs)


def _row(name, fields, values):
    return type(name, (_Row,), {"__slots__": (), "_fields": fields, "__module__": "sys"})(values)


class _Implementation:
    def __init__(self):
        self.name = "threadsnake"
        self.cache_tag = None
        self.version = version_info
        self.hexversion = 0x030B00F0


version_info = _row("version_info", ("major", "minor", "micro", "releaselevel", "serial"), (3, 11, 0, "final", 0))
implementation = _Implementation()
flags = _row("flags", ("debug", "inspect", "interactive", "optimize", "verbose"), (0, 0, 0, 0, 0))
float_info = _row(
    "float_info",
    ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"),
    (1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1),
)
int_info = _row(
    "int_info",
    ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"),
    (32, 4, 0, 0),
)
hash_info = _row("hash_info", ("width", "modulus", "inf", "nan", "imag"), (32, 2147483647, 314159, 0, 1000003))
builtin_module_names = ("_abc", "_weakref", "builtins", "gc", "math", "sys", "time")
api_version = 1013
pycache_prefix = None
warnoptions = []
meta_path = []
path_hooks = []
