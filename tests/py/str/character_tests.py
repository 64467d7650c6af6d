# isalpha, isdigit, isspace and the rest.
for s in ("abc", "123", "a1", " \t\n", "", "Ab", "AB", "ab", "_x", "1x", "Title Case", "é日", "١", "½", "a b", "²"):
    print(ascii(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isidentifier(), s.isdecimal(), s.isnumeric(), s.isascii(), s.isprintable())
    #> 'abc' True False True False False True False True False False True True
    #> '123' False True True False False False False False True True True True
    #> 'a1' False False True False False True False True False False True True
    #> ' \t\n' False False False True False False False False False False True False
    #> '' False False False False False False False False False False True True
    #> 'Ab' True False True False False False True True False False True True
    #> 'AB' True False True False True False False True False False True True
    #> 'ab' True False True False False True False True False False True True
    #> '_x' False False False False False True False True False False True True
    #> '1x' False False True False False True False False False False True True
    #> 'Title Case' False False False False False False True False False False True True
    #> '\xe9\u65e5' True False True False False True False True False False False True
    #> '\u0661' False True True False False False False False True True False True
    #> '\xbd' False False True False False False False False False True False True
    #> 'a b' False False False False False True False False False False True True
    #> '\xb2' False True True False False False False False False True False True
