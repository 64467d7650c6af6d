# Brackets that close in the wrong order.
#! line 3: SyntaxError: closing parenthesis ')' does not match opening parenthesis '['
x = (1, [2, 3)]
