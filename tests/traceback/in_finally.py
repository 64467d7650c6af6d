# An error inside finally chains to what was going on.
def close():
    raise OSError("close failed")


try:
    1 / 0
finally:
    close()
