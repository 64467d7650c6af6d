"""Calls of plain functions: a recursion that branches, and one with three arguments."""


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def paths(width, height):
    if width == 0 or height == 0:
        return 1
    return paths(width - 1, height) + paths(width, height - 1)


print(tak(14, 9, 4), paths(9, 8))
