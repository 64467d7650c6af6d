# Many small pieces, joined or appended.
text = ""
for i in range(300):
    text += chr(97 + i % 26)
print(len(text), text[:30], text.count("a"))  #> 300 abcdefghijklmnopqrstuvwxyzabcd 12
pieces = []
for i in range(1000):
    pieces.append(str(i))
joined = ",".join(pieces)
print(len(joined), joined[-20:], sum(int(p) for p in joined.split(",")))
#> 3889 ,995,996,997,998,999 499500
