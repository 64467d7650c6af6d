# Iterating a string gives one-character strings.
print(list("abc"), [*"aé日"], tuple(""), dict(zip("ab", "cd")), "".join(reversed("abc")), sorted("hello"))
#> ['a', 'b', 'c'] ['a', 'é', '日'] () {'a': 'c', 'b': 'd'} cba ['e', 'h', 'l', 'l', 'o']
for i, c in enumerate("xy"):
    print(i, c)
    #> 0 x
    #> 1 y
a, b, *rest = "hello"
print(a, b, rest)  #> h e ['l', 'l', 'o']
