"""Dicts: counting by text and by number, small records, deleting, walking."""


def count_words(rounds):
    words = "the sword of the king and the shield of the queen in the tower".split()
    counts = {}
    for turn in range(rounds):
        for word in words:
            key = word if turn % 3 else word + "s"
            counts[key] = counts.get(key, 0) + 1
    return sorted(counts.items())[3]


def inventory(size):
    slots = {}
    for number in range(size):
        slots[number * 7919 % size] = {"kind": number % 5, "count": number, "used": False}
    for number in range(0, size, 3):
        del slots[number]
    total = 0
    for key, slot in slots.items():
        if slot["kind"] == 2:
            slot["used"] = True
            total += key + slot["count"]
    return total, len(slots)


print(count_words(1200), inventory(6000))
