# A chain of causes and contexts.
try:
    try:
        [][0]
    except IndexError:
        {}["k"]
except KeyError as error:
    raise TypeError("third") from error
