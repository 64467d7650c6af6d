# Exceptions raised while others are handled make a long chain in time that is proportional to its length.
# heap: 33554432
def chain(n):
    error = None
    for i in range(n):
        try:
            if error is None:
                raise KeyError(i)
            try:
                raise error
            except KeyError:
                raise KeyError(i)
        except KeyError as caught:
            error = caught
    return error


error = chain(20000)
length = 0
while error is not None:
    length += 1
    error = error.__context__
print(length)  #> 20000


def down(n):
    try:
        1 / 0
    except ZeroDivisionError:
        if n:
            down(n - 1)
        raise


try:
    down(400)
except ZeroDivisionError as caught:
    error = caught
length = 0
while error is not None:
    length += 1
    error = error.__context__
print(length)  #> 401
