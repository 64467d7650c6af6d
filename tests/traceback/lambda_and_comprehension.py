# Frames of lambdas and generator expressions.
double = lambda x: x * missing
values = list(double(x) for x in range(2))
