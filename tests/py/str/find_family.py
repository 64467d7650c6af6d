# find, rfind, index, rindex, count with bounds.
s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.find("abra", 1), s.find("x"), s.find("a", -3), s.find("a", 8, 10), s.find(""))
#> 0 3 7 -1 10 -1 0
print(s.rfind("a"), s.rfind("abra"), s.rfind("a", 0, 5), s.rfind("x"), s.rfind(""), s.find("", 20), s.rfind("", 3, 5))
#> 10 7 3 -1 11 -1 5
print(s.index("c"), s.rindex("b"), s.count("a"), s.count("abra"), s.count("aa"), "aaaa".count("aa"), s.count("", 2, 4), s.count("a", 1, -1))
#> 4 8 5 2 0 2 3 3
for method in (s.index, s.rindex):
    try:
        method("zz")
    except ValueError as error:
        print(error)
        #> substring not found
        #> substring not found
try:
    s.find(1)
except TypeError as error:
    print(error)  #> must be str, not int
