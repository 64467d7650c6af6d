# A code point beyond the last.
#! line 3: SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character
x = "\U00110000"
