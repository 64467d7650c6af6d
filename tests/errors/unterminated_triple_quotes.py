# A triple-quoted string without its end.
#! line 3: SyntaxError: unterminated triple-quoted string literal (detected at line 4)
x = """abc
def
