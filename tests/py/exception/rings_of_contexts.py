# Exceptions whose contexts are a ring end nothing in an endless search.
def ring(length):
    errors = [Exception(i) for i in range(length)]
    for one, other in zip(errors, errors[1:] + errors[:1]):
        one.__context__ = other
    return errors


for length in 1, 2, 3, 4:
    errors = ring(length)
    try:
        try:
            raise errors[0]
        except Exception:
            raise KeyError("new")
    except KeyError as error:
        print(length, repr(error.__context__))
    try:
        try:
            raise KeyError("first")
        except KeyError:
            raise errors[0]
    except Exception as error:
        print(length, error is errors[0])
        #> 1 Exception(0)
        #> 1 True
        #> 2 Exception(0)
        #> 2 True
        #> 3 Exception(0)
        #> 3 True
        #> 4 Exception(0)
        #> 4 True

# A ring behind a chain.
errors = ring(3)
errors[0].__context__ = errors[1]
errors[2].__context__ = errors[1]
try:
    try:
        raise errors[0]
    except Exception:
        raise ValueError("new")
except ValueError as error:
    print(error.__context__ is errors[0])  #> True
