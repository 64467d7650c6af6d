# An exception during the handling of another.
table = {}
try:
    table["missing"]
except KeyError:
    table.append(1)
