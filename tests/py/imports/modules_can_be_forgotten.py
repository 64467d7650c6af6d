# A module that nobody holds any more goes, be it Python or native, and can be imported again.
import sys
import math
import json
import modules.simple  #> simple is running as modules.simple
for name in ("math", "json", "modules.simple", "modules"):
    del sys.modules[name]
kept = math.sqrt
math = json = modules = None
print(kept(9.0), "math" in sys.modules)  #> 3.0 False
import math, json
print(math.floor(2.5), json.dumps([1]))  #> 2 [1]
import modules.simple  #> simple is running as modules.simple
del sys.modules["gc" if "gc" in sys.modules else "math"]
del math
