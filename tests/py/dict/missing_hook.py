# A subclass's __missing__ answers for subscripts, not for get.
class Counter(dict):
    def __missing__(self, key):
        return 0
c = Counter()
for letter in "hello":
    c[letter] += 1
print(c, c["zz"], c.get("zz"), "zz" in c, len(c))
#> {'h': 1, 'e': 1, 'l': 2, 'o': 1} 0 None False 4
