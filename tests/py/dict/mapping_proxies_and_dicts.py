# Proxies are merged with dicts on either side and compared as what they show.
from types import MappingProxyType

proxy = MappingProxyType({1: 2})
print(proxy == {1: 2}, {1: 2} == proxy, proxy != {1: 2}, proxy == MappingProxyType({1: 2}), proxy == 5)
#> True True False True False
print(proxy | {3: 4}, {3: 4} | proxy, proxy | proxy)  #> {1: 2, 3: 4} {3: 4, 1: 2} {1: 2}
try:
    proxy |= {5: 6}
except TypeError as error:
    print(error)  #> '|=' is not supported by mappingproxy; use '|' instead
