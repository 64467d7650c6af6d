# del, pop, popitem, clear.
d = {i: i * i for i in range(6)}
del d[3]
print(d.pop(1), d.pop(99, "default"), d.popitem(), d)  #> 1 default (5, 25) {0: 0, 2: 4, 4: 16}
d.clear(); print(d, len(d))  #> {} 0
for call in (lambda: d.pop(1), lambda: d.popitem(), lambda: d.__delitem__("k"), lambda: d.pop()):
    try:
        call()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
        #> KeyError 1
        #> KeyError 'popitem(): dictionary is empty'
        #> KeyError 'k'
        #> TypeError pop expected at least 1 argument, got 0
