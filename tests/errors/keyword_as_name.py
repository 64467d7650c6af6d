# A keyword is no name.
#! line 3: SyntaxError: invalid syntax
class = 5
