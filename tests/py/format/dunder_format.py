# format(), str.format and f-strings call __format__ with the text of the specification.
class Money:
    def __init__(self, cents): self.cents = cents
    def __format__(self, spec):
        return "<%s|%s>" % (self.cents, spec)
    def __str__(self): return "money"
m = Money(250)
print(format(m), format(m, "x y"), "{:abc}".format(m), f"{m:>10}", f"{m!s:>10}", f"{m:{'n' * 3}}")
#> <250|> <250|x y> <250|abc> <250|>10>      money <250|nnn>
class Bad:
    def __format__(self, spec): return 5
try:
    format(Bad())
except TypeError as error:
    print(error)  #> __format__ must return a str, not int
class Plain:
    def __str__(self): return "plain"
print(f"{Plain()}", format(Plain(), ""))  #> plain plain
try:
    format(Plain(), "5")
except TypeError as error:
    print(error)  #> unsupported format string passed to Plain.__format__
