# Parts are evaluated and formatted from left to right.
class Loud:
    def __init__(self, n): self.n = n
    def __format__(self, spec):
        print("format", self.n, spec)
        return str(self.n)
def make(n):
    print("make", n)
    return Loud(n)
print(f"{make(1)} {make(2):a} {make(3):{make(4)}}")
#> make 1
#> format 1
#> make 2
#> format 2 a
#> make 3
#> make 4
#> format 4
#> format 3 4
#> 1 2 3
