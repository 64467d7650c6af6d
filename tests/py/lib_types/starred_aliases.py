# Iterating over an alias gives it with a star, once.
print(list(list[int]), [*tuple[int, str]])  #> [*list[int]] [*tuple[int, str]]
star = next(iter(tuple[int, ...]))
print(star, star.__unpacked__, tuple[int, ...].__unpacked__, star == tuple[int, ...], star.__origin__)
#> *tuple[int, ...] True False False <class 'tuple'>


def f(*args: *tuple[int, ...]):
    pass


print(f.__annotations__)  #> {'args': *tuple[int, ...]}
