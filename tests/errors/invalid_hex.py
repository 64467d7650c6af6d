# A hexadecimal literal without digits.
#! line 3: SyntaxError: invalid hexadecimal literal
x = 0xg
