# upper, lower, title, capitalize, swapcase, casefold.
s = "hELLO wORLD of 3d"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep="|")
#> HELLO WORLD OF 3D|hello world of 3d|Hello World Of 3D|Hello world of 3d|Hello World OF 3D|hello world of 3d
print("they're bill's".title(), "x1y2z".title(), "".upper(), "É".lower(), "é".upper(), "ÀÉ".swapcase(), "àb".capitalize())
#> They'Re Bill'S X1Y2Z  é É àé Àb
print("straße".upper(), "ß".casefold(), "ПРИВЕТ".lower(), "привет".upper(), "ΑΒΓ".lower(), "ÿ".upper())
#> STRASSE ss привет ПРИВЕТ αβγ Ÿ
