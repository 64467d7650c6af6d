# Without __contains__, `in` iterates; identity counts as equality.
class It:
    def __iter__(self):
        yield 1
        yield float("nan")
        yield "x"
print("x" in It(), 5 in It(), 1.0 in It())  #> True False True
class Truthy:
    def __contains__(self, x): return x
print(5 in Truthy(), 0 in Truthy(), [] not in Truthy())  #> True False True
