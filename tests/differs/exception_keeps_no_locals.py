# differs: what an exception keeps alive
# python:  handling
# python:  released
# here:    released
# here:    handling
# reason:  a traceback is a list of places in code, not of frames, so the locals of a left frame die at once
# instead: nothing; `del error` and clear_frames are not needed
class Resource:
    def __del__(self): print("released")
def use():
    resource = Resource()
    raise ValueError
try:
    use()
except ValueError as error:
    print("handling")
