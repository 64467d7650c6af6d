# Hashes of floats agree with the modular definition.
print(hash(0.0), hash(-0.0), hash(1.0), hash(float("inf")), hash(float("-inf")), hash(-1.0))
#> 0 0 1 314159 -314159 -2
d = {0.5: "half", 2.0: "two"}
print(d[0.5], d[2], 1.0 in {1}, 0.1 in {0.1})  #> half two True True
