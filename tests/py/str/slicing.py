# Slices with all combinations of bounds and steps.
s = "abcdefgh"
print(s[2:5], s[:3], s[5:], s[:], s[-3:], s[:-3], s[2:100], s[100:], s[5:2], s[-100:2])
#> cde abc fgh abcdefgh fgh abcde cdefgh   ab
print(s[::2], s[1::2], s[::-1], s[6:2:-1], s[6:2:-2], s[::100], s[-1::-3], s[2:6:3])
#> aceg bdfh hgfedcba gfed ge a heb cf
print(repr(s[3:3]), s[None:None:None], s[10**20:], s[:10**20], s[-(10**20):3])
#> '' abcdefgh  abcdefgh abc
try:
    s[::0]
except ValueError as error:
    print(error)  #> slice step cannot be zero
try:
    s["a":]
except TypeError as error:
    print(error)  #> slice indices must be integers or None or have an __index__ method
