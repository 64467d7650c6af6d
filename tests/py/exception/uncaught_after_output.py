# What was printed before an uncaught exception is kept.
print("one")  #> one
def fail():
    print("two")
    raise RuntimeError("the end")
fail()
#> two
#! RuntimeError: the end
