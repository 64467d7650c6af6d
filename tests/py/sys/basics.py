# What programs read from sys.
import sys
print(len(sys.argv), sys.argv[1:], sys.version_info[:2], sys.version_info >= (3, 11), sys.maxsize >= 2**31 - 1, sys.byteorder in ("little", "big"))
#> 1 [] (3, 11) True True True
print(sys.version_info.major, sys.version_info.minor, isinstance(sys.version, str), isinstance(sys.platform, str), isinstance(sys.path, list), "sys" in sys.modules, sys.implementation.name == sys.implementation.name.lower())
#> 3 11 True True True True True
print(sys.float_info.max, sys.float_info.epsilon, sys.getrecursionlimit() > 10)
#> 1.7976931348623157e+308 2.220446049250313e-16 True
