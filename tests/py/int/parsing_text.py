# int() of text: sign, spaces, underscores, bases, and what is refused.
for text in ("0", "-0", "+12", "  42 ", "1_000", "\t-7\n", "123456789012345678901234567890", "007"):
    print(int(text), end=" ")  #> 0 0 12 42 1000 -7 123456789012345678901234567890 7
print()
print(int("ff", 16), int("0xFF", 16), int("-0b11", 2), int("0o17", 8), int("z", 36), int("0x1f", 0), int("1_1", 2))
#> 255 255 -3 15 35 31 3
for text in ("", " ", "1.5", "0x10", "1__0", "_1", "1_", "--1", "abc", "1 2", "+", "١x"):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
        #> invalid literal for int() with base 10: ''
        #> invalid literal for int() with base 10: ' '
        #> invalid literal for int() with base 10: '1.5'
        #> invalid literal for int() with base 10: '0x10'
        #> invalid literal for int() with base 10: '1__0'
        #> invalid literal for int() with base 10: '_1'
        #> invalid literal for int() with base 10: '1_'
        #> invalid literal for int() with base 10: '--1'
        #> invalid literal for int() with base 10: 'abc'
        #> invalid literal for int() with base 10: '1 2'
        #> invalid literal for int() with base 10: '+'
        #> invalid literal for int() with base 10: '١x'
for base in (1, 37, -1):
    try:
        int("1", base)
    except ValueError as error:
        print(error)
        #> int() base must be >= 2 and <= 36, or 0
        #> int() base must be >= 2 and <= 36, or 0
        #> int() base must be >= 2 and <= 36, or 0
try:
    int("9", 8)
except ValueError as error:
    print(error)  #> invalid literal for int() with base 8: '9'
