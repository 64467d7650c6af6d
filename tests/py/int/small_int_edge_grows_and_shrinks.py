# Arithmetic across the 31-bit edge gives the same integers as on either side of it.
top = 2**30 - 1
print(top, top + 1, top + 2, -top, -top - 1, -top - 2)
#> 1073741823 1073741824 1073741825 -1073741823 -1073741824 -1073741825
print(top + 1 - 1 == top, -(-top - 1), (-top - 1) // -1)  #> True 1073741824 1073741824
print(top * 2, top * top, (top + 1) * (top + 1))
#> 2147483646 1152921502459363329 1152921504606846976
print((top + 5) - 10, (-top - 5) + 10)  #> 1073741818 -1073741818
value = top
for _ in range(3):
    value += 1
    print(value, value - top)
    #> 1073741824 1
    #> 1073741825 2
    #> 1073741826 3
for _ in range(4):
    value -= 1
print(value)  #> 1073741822
