# Text forms of numbers and characters.
print(bin(10), oct(10), hex(10), bin(-3), hex(-255), bin(0), bin(True), hex(2**40), chr(65), ord("A"), ascii("é"), ascii([1, "日"]))
#> 0b1010 0o12 0xa -0b11 -0xff 0b0 0b1 0x10000000000 A 65 '\xe9' [1, '\u65e5']
for call in (lambda: bin(1.5), lambda: hex("a"), lambda: oct(None), lambda: chr(1.5), lambda: ord(65)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> 'float' object cannot be interpreted as an integer
        #> 'str' object cannot be interpreted as an integer
        #> 'NoneType' object cannot be interpreted as an integer
        #> 'float' object cannot be interpreted as an integer
        #> ord() expected string of length 1, but int found
