print("a starts")
import modules.cycle_b
value = "a's value"
print("a ends")
