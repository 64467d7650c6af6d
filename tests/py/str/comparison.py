# Ordering by code point; never equal to other types.
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "é" > "z", "日" > "é", "\U0001F600" > "\uffff")
#> True False True True True True True True
print("a" == "a", "a" != "b", "1" == 1, "a" == b"a", sorted(["b", "A", "a", "", "é", "Z"]))
#> True True False False ['', 'A', 'Z', 'a', 'b', 'é']
for text in ("'a' < 1", "'a' >= None", "'a' < b'a'"):
    try:
        eval(text)
    except TypeError as error:
        print(error)
        #> '<' not supported between instances of 'str' and 'int'
        #> '>=' not supported between instances of 'str' and 'NoneType'
        #> '<' not supported between instances of 'str' and 'bytes'
