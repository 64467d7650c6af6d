# Two values need parentheses.
#! line 3: SyntaxError: did you forget parentheses around the comprehension target?
x = [a, b for a, b in c]
