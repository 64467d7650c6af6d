# := may not stand in a comprehension's iterable.
#! line 3: SyntaxError: assignment expression cannot be used in a comprehension iterable expression
[x for x in (y := [1])]
