# One star per target list.
#! line 3: SyntaxError: multiple starred expressions in assignment
*a, *b = x
