# Equal strings built in different ways find the same entry.
d = {"key": 1, "日本": 2}
built = "".join(["k", "e", "y"])
print(d[built], d["ke" + "y"], d["日" + "本"], hash("abc") == hash("ab" + "c"), "ke" in d)
#> 1 1 2 True False
words = {}
for i in range(200):
    words["word%d" % (i % 50)] = i
print(len(words), words["word" + str(7)])  #> 50 157
