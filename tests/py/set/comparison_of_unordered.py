# Sets compare by inclusion, so sorting them is not total but min and equality work.
print({1, 2} == {2, 1}, {1} == 1, {1, 2} < {1, 2, 3}, {1, 2} < {3}, {1, 2} > {3}, set() < {1}, {1} <= {1}, {1} == frozenset([1]))
#> True False True False False True True True
