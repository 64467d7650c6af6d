# A starred target needs a list.
#! line 3: SyntaxError: starred assignment target must be in a list or tuple
*a = x
