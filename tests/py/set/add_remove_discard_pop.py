# Changing single elements.
a = {1}
a.add(2); a.add(2); a.discard(9); a.remove(1); print(a, a.pop(), a, len(a))  #> set() 2 set() 0
for call in (lambda: a.remove(5), lambda: a.pop(), lambda: a.remove("x"), lambda: a.add([])):
    try:
        call()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
        #> KeyError 5
        #> KeyError 'pop from an empty set'
        #> KeyError 'x'
        #> TypeError unhashable type: 'list'
a.add("x"); a.clear(); print(a)  #> set()
