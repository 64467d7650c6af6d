# := binds plain names only.
#! line 3: SyntaxError: cannot use assignment expressions with attribute
(a.b := 1)
