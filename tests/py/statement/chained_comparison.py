# Chains evaluate each operand once and stop at the first false link.
def say(x):
    print("eval", x)
    return x
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 < 5 == 5 != 4, 1 < 2 > 1, 0 == False is False)
#> True False True True True
print(say(1) < say(0) < say(5))
#> eval 1
#> eval 0
#> False
print(say(1) < say(2) < say(3))
#> eval 1
#> eval 2
#> eval 3
#> True
x = 5
print(0 <= x < 10, not 0 <= x < 5, 1 in [1] in [[1]], "a" < "b" in "abc", None is None is not 5)
#> True True True True True
