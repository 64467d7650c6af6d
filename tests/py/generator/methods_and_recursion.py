# Generator methods, recursive tree walks, __iter__ as a generator.
class Tree:
    def __init__(self, value, left=None, right=None): self.value, self.left, self.right = value, left, right
    def __iter__(self):
        if self.left: yield from self.left
        yield self.value
        if self.right: yield from self.right
def build(items):
    if not items: return None
    middle = len(items) // 2
    return Tree(items[middle], build(items[:middle]), build(items[middle + 1:]))
t = build("abcdefgh")
print("".join(t), list(t)[3], "e" in t, "z" in t)  #> abcdefgh d True False
def permutations(items):
    if not items: yield []
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [x] + rest
print(len(list(permutations([1, 2, 3, 4]))), list(permutations("abc"))[3])  #> 24 ['b', 'c', 'a']
