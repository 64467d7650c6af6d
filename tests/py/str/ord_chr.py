# ord and chr and their errors.
print(ord("a"), ord("é"), ord("日"), ord("\U0001F600"), chr(97), chr(233), chr(26085), chr(0x1F600) == "\U0001F600", ord(b"a"))
#> 97 233 26085 128512 a é 日 True 97
for call in (lambda: ord(""), lambda: ord("ab"), lambda: ord(5), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: chr(1.0)):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
        #> TypeError ord() expected a character, but string of length 0 found
        #> TypeError ord() expected a character, but string of length 2 found
        #> TypeError ord() expected string of length 1, but int found
        #> ValueError chr() arg not in range(0x110000)
        #> ValueError chr() arg not in range(0x110000)
        #> TypeError 'str' object cannot be interpreted as an integer
        #> TypeError 'float' object cannot be interpreted as an integer
