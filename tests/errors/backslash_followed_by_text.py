# Nothing may follow a line continuation.
#! line 3: SyntaxError: unexpected character after line continuation character
x = 1 + \ 2
