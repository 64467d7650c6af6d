# differs: what breakpoint() does without a hook of one's own
# python:  True
# here:    ModuleNotFoundError: No module named 'pdb'
# reason:  a debugger that waits for input would stop a console for good; breakpoint() tells its place instead
# instead: sys.breakpointhook, or a module pdb of one's own with a function set_trace
import pdb
print(callable(pdb.set_trace))
