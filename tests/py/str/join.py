# join of any iterable of strings.
print(",".join(["a", "b", "c"]), "".join("xyz"), "-".join(()), ", ".join(str(i) for i in range(4)), "é".join(["日", "本"]))
#> a,b,c xyz  0, 1, 2, 3 日é本
print("|".join({"k": 1, "l": 2}), "ab".join(["x"]), "".join(["a"] * 5))  #> k|l x aaaaa
for bad in ([1], ["a", None], ["a", "b", b"c"], 5):
    try:
        ",".join(bad)
    except TypeError as error:
        print(error)
        #> sequence item 0: expected str instance, int found
        #> sequence item 1: expected str instance, NoneType found
        #> sequence item 2: expected str instance, bytes found
        #> can only join an iterable
