# A value that leaves and re-enters the small range indexes and iterates like any other.
items = list(range(10))
print(items[2**40 - 2**40 + 3], items[(2**65 + 7) % 8], "abc"[2**33 // 2**32])  #> 3 7 c
print(list(range(2**35 - 2**35, 2**36 // 2**34)), "ab" * (2**40 >> 39))  #> [0, 1, 2, 3] abab
