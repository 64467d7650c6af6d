# differs: places of a traceback inside list, set and dict comprehensions
# python:  2
# here:    1
# reason:  these comprehensions run in the frame of their function, as in Python 3.12
# instead: nothing; a generator expression still has a frame of its own
try:
    [1 / x for x in (0,)]
except ZeroDivisionError as error:
    place, count = error.__traceback__, 0
    while place is not None:
        place, count = place.tb_next, count + 1
    print(count)
