# A suspended generator that is dropped runs its finally.
def g():
    try:
        yield 1
    finally:
        print("cleaned")
it = g()
next(it)
it = None  #> cleaned
print("after")  #> after
for x in g():
    break  #> cleaned
print("after loop")  #> after loop
del x
