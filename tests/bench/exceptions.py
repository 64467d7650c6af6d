"""Exceptions: raised and caught near and far, `finally`, `with`."""


class Refused(ValueError):
    pass


class Gate:
    def __init__(self):
        self.depth = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, kind, value, trace):
        self.depth -= 1
        return kind is Refused


def deep(levels, value):
    if levels:
        return deep(levels - 1, value)
    if value % 3 == 0:
        raise Refused(value)
    return value


def work(rounds):
    gate = Gate()
    table = {0: "zero"}
    missed = caught = passed = cleaned = 0
    for number in range(rounds):
        try:
            table[number % 2]
        except KeyError:
            missed += 1
        try:
            passed += deep(5, number)
        except ValueError as error:
            caught += error.args[0]
        finally:
            cleaned += 1
        with gate:
            deep(2, number)
    return missed, caught, passed, cleaned, gate.depth


print(work(4000))
