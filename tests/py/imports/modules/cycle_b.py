print("b starts")
import modules.cycle_a
print("a has value:", hasattr(modules.cycle_a, "value"))
value = "b's value"
print("b ends")
