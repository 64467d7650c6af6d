# center, ljust, rjust, zfill, expandtabs.
print("ab".center(7, "*"), "ab".center(6, "*"), "abc".center(6, "*"), "ab".ljust(5, "."), "ab".rjust(5, "."), "ab".center(1))
#> ***ab** **ab** *abc** ab... ...ab ab
print("42".zfill(5), "-42".zfill(6), "+4".zfill(4), "abc".zfill(2), "".zfill(3), repr("ab".ljust(4)))
#> 00042 -00042 +004 abc 000 'ab  '
print("a\tbc\td".expandtabs(), "a\tb".expandtabs(4), "ab\n\tc".expandtabs(2), "\t".expandtabs(0) == "")
#> a       bc      d a   b ab
#>   c True
try:
    "a".center(5, "ab")
except TypeError as error:
    print(error)  #> The fill character must be exactly one character long
