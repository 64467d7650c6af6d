# A digit that binary does not have.
#! line 3: SyntaxError: invalid digit '2' in binary literal
x = 0b12
