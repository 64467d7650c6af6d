# + and *.
print("a" + "b", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "" + "", "é" + "日", "é" * 3)
#> ab ababab ababab    é日 ééé
for text in ("'a' + 1", "'a' + None", "1 + 'a'", "'a' * 'b'", "'a' * 1.5", "'a' - 'b'", "'a' + b'b'"):
    try:
        eval(text)
    except TypeError as error:
        print(error)
        #> can only concatenate str (not "int") to str
        #> can only concatenate str (not "NoneType") to str
        #> unsupported operand type(s) for +: 'int' and 'str'
        #> can't multiply sequence by non-int of type 'str'
        #> can't multiply sequence by non-int of type 'float'
        #> unsupported operand type(s) for -: 'str' and 'str'
        #> can only concatenate str (not "bytes") to str
s = "x"
s += "y"
s *= 3
print(s)  #> xyxyxy
