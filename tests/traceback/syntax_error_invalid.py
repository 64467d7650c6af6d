# Invalid syntax in the middle of a line.
x = 5
y = x 7
