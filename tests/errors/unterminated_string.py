# A string that its line does not end.
#! line 3: SyntaxError: unterminated string literal (detected at line 3)
x = 'abc
y = 1
