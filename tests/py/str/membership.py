# `in` looks for substrings.
print("ell" in "hello", "" in "", "" in "a", "lo" not in "hello", "oo" in "foo", "hello!" in "hello")
#> True True True False True False
try:
    1 in "1"
except TypeError as error:
    print(error)  #> 'in <string>' requires string as left operand, not int
