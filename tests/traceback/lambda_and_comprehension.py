# Frames of lambdas, comprehensions and generator expressions.
double = lambda x: x * missing
values = [double(x) for x in range(2)]
