# A digit that octal does not have.
#! line 3: SyntaxError: invalid digit '8' in octal literal
x = 0o18
