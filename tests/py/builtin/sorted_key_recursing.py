# sorted(key=...) whose key sorts again, many levels deep.
def key(n):
    if n <= 0: return 0
    return len(sorted([n - 1, n - 2], key=key)) + n
print(sorted(range(8), key=lambda n: -key(n)), key(9))  #> [7, 6, 5, 4, 3, 2, 1, 0] 11
