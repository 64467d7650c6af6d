# The clocks give floats and ints that do not run backwards.
import time
a = time.perf_counter()
b = time.perf_counter()
print(isinstance(a, float), b >= a, time.monotonic() <= time.monotonic(), time.time() > 0, isinstance(time.perf_counter_ns(), int), isinstance(time.process_time(), float))
#> True True True True True True
time.sleep(0)
start = time.monotonic()
time.sleep(0.01)
print(time.monotonic() - start >= 0.009)  #> True
try:
    time.sleep(-1)
except ValueError as error:
    print(error)  #> sleep length must be non-negative
