"""Sorting: numbers, texts, records by key, and a comparison written in Python."""

import sys


class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __lt__(self, other):
        return self.parts < other.parts


def numbers(count, state=12345):
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        yield state >> 7


count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
values = list(numbers(count))
ordered = sorted(values)
names = ["unit%d" % (value % 5000) for value in values]
records = sorted(zip(names, values), key=lambda record: (record[0][-1], -record[1]))
names.sort(key=len)
names.sort(reverse=True)
versions = sorted(Version("%d.%d.%d" % (v % 3, v % 7, v % 11)) for v in values[: count // 10])
print(ordered[0], ordered[count // 2], names[0], names[-1], records[0], versions[-1].parts)
print(sum((i + 1) * v for i, v in enumerate(ordered)) % 1000003, sum(map(len, names)))
