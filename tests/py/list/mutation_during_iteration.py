# A list may change while it is iterated: the index simply moves on.
a = [1, 2, 3, 4]
for x in a:
    if x == 2:
        a.remove(x)
    print(x, a)
    #> 1 [1, 2, 3, 4]
    #> 2 [1, 3, 4]
    #> 4 [1, 3, 4]
b = [1]
for x in b:
    if len(b) < 4:
        b.append(x + 1)
print(b)  #> [1, 2, 3, 4]
it = iter(b)
next(it)
b.clear()
print(list(it), next(it, "end"))  #> [] end
b.append(1)
print(next(it, "end"))  #> end
