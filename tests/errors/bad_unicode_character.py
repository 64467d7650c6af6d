# A typographic quote.
#! line 3: SyntaxError: invalid character '“' (U+201C)
x = “abc”
