# Modules that import each other see what exists so far.
import modules.cycle_a
#> a starts
#> b starts
#! AttributeError: cannot access submodule 'cycle_a' of module 'modules' (most likely due to a circular import)
print(modules.cycle_a.value, modules.cycle_b.value)
