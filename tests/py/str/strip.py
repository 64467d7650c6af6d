# strip white space or a set of characters.
print(repr("  a b \n".strip()), repr("  a ".lstrip()), repr(" a  ".rstrip()), "xxaxbxx".strip("x"), "abcba".strip("ab"))
#> 'a b' 'a ' ' a' axb c
print("www.example.com".strip("cmowz."), repr("\u3000é\u00a0".strip()), "xyz".lstrip("yx"), "xyz".rstrip("zy"), repr("   ".strip()), "a".strip(None))
#> example 'é' z x '' a
