# Equality ignores order; there is no ordering.
print({1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 3}, {1: 2} == {2: 2}, {} == {}, {1: 1} != {1: 1.0}, {} == [], {"a": {}} == {"a": {}})
#> True False False True False False True
try:
    {} < {}
except TypeError as error:
    print(error)  #> '<' not supported between instances of 'dict' and 'dict'
