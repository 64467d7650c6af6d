# A target that is none, marked as a whole.
value = 1
compute(value) = 5
