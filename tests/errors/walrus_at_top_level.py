# := needs parentheses as a statement.
#! line 3: SyntaxError: invalid syntax
x := 5
