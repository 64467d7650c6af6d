# The enclosing quote inside the braces.
#! line 3: SyntaxError: f-string: unmatched '['
x = f'{d['k']}'
