# oracle: none, because CPython starts its debugger, which waits for input
# Without a module pdb, breakpoint() says where it was reached, and the program goes on.
import io
import sys

before = sys.stderr
sys.stderr = io.StringIO()
print(breakpoint(), sys.__breakpointhook__(), breakpoint(header="x"))
#> None None None
lines = sys.stderr.getvalue().splitlines()
sys.stderr = None
print(breakpoint())
#> None
sys.stderr = before
for line in lines:
    print(".py:" in line, line.partition(": ")[2])
    #> True breakpoint() has no debugger; sys.breakpointhook may be set to one
    #> True breakpoint() has no debugger; sys.breakpointhook may be set to one
    #> True breakpoint() has no debugger; sys.breakpointhook may be set to one


class pdb:
    def set_trace(**names):
        print("module pdb", names)


sys.modules["pdb"] = pdb
breakpoint()
#> module pdb {}
breakpoint(header="x")
#> module pdb {'header': 'x'}
