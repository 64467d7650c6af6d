# enable, disable, isenabled and collect.
import gc
gc.disable()
print(gc.isenabled())  #> False
gc.enable()
print(gc.isenabled(), isinstance(gc.collect(), int))  #> True True
