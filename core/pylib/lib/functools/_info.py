# What `cache_info()` of a remembered function answers.
from collections import namedtuple

CacheInfo = namedtuple("CacheInfo", "hits misses maxsize currsize", module="functools")
