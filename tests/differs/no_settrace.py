# differs: sys.settrace and sys.setprofile
# python:  True
# here:    False
# reason:  a hook on every line would slow every line; breakpoints are kept in a table beside the code
# instead: use the breakpoints of the runtime
import sys
print(hasattr(sys, "settrace") or hasattr(sys, "setprofile"))
