# An exception in __del__ does not reach the program.
class D:
    def __del__(self):
        print("del")
        raise ValueError("in del")
import sys
class Silent:
    def write(self, text): pass
    def flush(self): pass
sys.stderr = Silent()
d = D()
d = None  #> del
print("goes on")  #> goes on
