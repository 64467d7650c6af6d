# All six comparisons, with their reflections and return values of any type.
class C:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return "lt"
    def __le__(self, o): return "le"
    def __gt__(self, o): return "gt"
    def __ge__(self, o): return "ge"
    def __eq__(self, o): return "eq"
    def __ne__(self, o): return "ne"
c = C(1)
print(c < 1, c <= 1, c > 1, c >= 1, c == 1, c != 1, 1 < c, 1 <= c, 1 > c, 1 >= c, 1 == c, 1 != c)
#> lt le gt ge eq ne gt ge lt le eq ne
class OnlyLess:
    def __lt__(self, o): return "less"
print(OnlyLess() < 1, 1 > OnlyLess(), OnlyLess() == 1)  #> less less False
class OnlyEq:
    def __eq__(self, o): return True
print(OnlyEq() == 5, OnlyEq() != 5, 5 == OnlyEq(), 5 != OnlyEq())  #> True False True False
class Sub(C):
    def __eq__(self, o): return "sub eq"
print(c == Sub(1), Sub(1) == c)  #> sub eq sub eq
try:
    OnlyLess() <= 1
except TypeError as error:
    print(error)  #> '<=' not supported between instances of 'OnlyLess' and 'int'
