# Recursion without an end ends, also where every frame on the way back handles exceptions.
# heap: 33554432


def down():
    try:
        return down()
    except ValueError:
        return None


ended = False
try:
    down()
except (RecursionError, MemoryError):
    ended = True
print("ended", ended)  #> ended True
