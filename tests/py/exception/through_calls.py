# An exception passes through frames, each of which cleans up.
log = []
def level(n):
    try:
        if n == 0:
            raise LookupError("deep")
        level(n - 1)
    finally:
        log.append(n)
try:
    level(4)
except LookupError as error:
    print(error, log)  #> deep [0, 1, 2, 3, 4]
