# Every kind of string literal and escape.
print('a"b', "a'b", 'it''s', """three
lines
here""", r"raw\n\t", "tab\tend", "nul\0x" == "nul\x00x")
#> a"b a'b its three
#> lines
#> here raw\n\t tab	end True
print("\x41\u0042\U00000043", "\101\60", "\\", "a\
b", len("\r\n\a\b\f\v\0"))  #> ABC A0 \ ab 7
print(u"text" "joined" 'three' r"\d", len("é"), len("日本"), len("\U0001F600"))
#> textjoinedthree\d 1 2 1
