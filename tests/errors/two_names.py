# Two names side by side.
#! line 3: SyntaxError: invalid syntax
first second
