# str() of everything.
print(str(), str(5), str(1.5), str(None), str("x"), str([1, "a"]), str(b"x"), str(print), str(int), str({"k": (1,)}))
#>  5 1.5 None x [1, 'a'] b'x' <built-in function print> <class 'int'> {'k': (1,)}
print(str(b"abc", "utf-8"), str(b"\xc3\xa9", "utf8"), str(object=3))  #> abc é 3
class Loud:
    def __str__(self): return "loud"
class Quiet:
    def __repr__(self): return "quiet"
class Bad:
    def __str__(self): return 5
print(str(Loud()), str(Quiet()), [Quiet()], f"{Loud()}")  #> loud quiet [quiet] loud
try:
    str(Bad())
except TypeError as error:
    print(error)  #> __str__ returned non-string (type int)
