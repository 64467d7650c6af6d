"""Compression three ways: runs, a sliding window, and Huffman codes on top; all undone again."""


def run_lengths(data):
    out = bytearray()
    at = 0
    while at < len(data):
        value = data[at]
        length = 1
        while length < 255 and at + length < len(data) and data[at + length] == value:
            length += 1
        out += bytes((length, value))
        at += length
    return bytes(out)


def undo_run_lengths(packed):
    return b"".join(packed[i + 1 : i + 2] * packed[i] for i in range(0, len(packed), 2))


WINDOW = 2048
SHORTEST, LONGEST = 3, 34


def find_matches(data):
    """(distance, length) or a single byte, greedily, with chains of places by their next three bytes."""
    places = {}
    at = 0
    while at < len(data):
        key = data[at : at + SHORTEST]
        best_length = best_distance = 0
        for place in reversed(places.get(key, ())[-16:]):
            if at - place > WINDOW:
                break
            length = 0
            while length < LONGEST and at + length < len(data) and data[place + length] == data[at + length]:
                length += 1
            if length > best_length:
                best_length, best_distance = length, at - place
        step = best_length if best_length >= SHORTEST else 1
        for offset in range(step):
            places.setdefault(data[at + offset : at + offset + SHORTEST], []).append(at + offset)
        yield (best_distance, best_length) if step > 1 else data[at]
        at += step


def window_pack(data):
    out = bytearray()
    literals = bytearray()

    def flush():
        for start in range(0, len(literals), 128):
            part = literals[start : start + 128]
            out.append(len(part) - 1)
            out.extend(part)
        literals.clear()

    for match in find_matches(data):
        if isinstance(match, int):
            literals.append(match)
        else:
            flush()
            distance, length = match
            token = 0x8000 | (length - SHORTEST) << 10 | distance >> 1 & 0x3FF
            out += bytes((token >> 8, token & 255, distance & 1))
    flush()
    return bytes(out)


def window_unpack(packed):
    out = bytearray()
    at = 0
    while at < len(packed):
        head = packed[at]
        at += 1
        if head < 128:
            out += packed[at : at + head + 1]
            at += head + 1
            continue
        token = head << 8 | packed[at]
        distance = (token & 0x3FF) << 1 | packed[at + 1]
        at += 2
        for _ in range((token >> 10 & 31) + SHORTEST):
            out.append(out[-distance or -WINDOW])
    return bytes(out)


class Node:
    def __init__(self, weight, order, value=None, left=None, right=None):
        self.weight, self.order, self.value, self.left, self.right = weight, order, value, left, right

    def __lt__(self, other):
        return (self.weight, self.order) < (other.weight, other.order)

    def codes(self, prefix=""):
        if self.value is not None:
            yield self.value, prefix or "0"
        else:
            yield from self.left.codes(prefix + "0")
            yield from self.right.codes(prefix + "1")


def huffman_tree(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    nodes = [Node(count, value, value) for value, count in counts.items()]
    order = 256
    while len(nodes) > 1:
        nodes.sort(reverse=True)
        left, right = nodes.pop(), nodes.pop()
        nodes.append(Node(left.weight + right.weight, order, None, left, right))
        order += 1
    return nodes[0]


def huffman_pack(data):
    tree = huffman_tree(data)
    codes = dict(tree.codes())
    bits = "".join(map(codes.__getitem__, data))
    number = int("1" + bits, 2)
    return number.to_bytes((number.bit_length() + 7) // 8, "big"), tree


def huffman_unpack(packed, tree):
    bits = bin(int.from_bytes(packed, "big"))[3:]
    out, node = bytearray(), tree
    for bit in bits:
        if node.value is None:
            node = node.left if bit == "0" else node.right
        if node.value is not None:
            out.append(node.value)
            node = tree
    return bytes(out)


def adler(data):
    low, high = 1, 0
    for value in data:
        low = (low + value) % 65521
        high = (high + low) % 65521
    return high << 16 | low


def samples():
    yield "empty runs", bytes(600)
    yield "text", ("the snake that threads the needle threads the snake; " * 40).encode()
    yield "unicode", "Þetta er íslenska, 日本語, ελληνικά. ".encode() * 12
    state, noise = 1, bytearray()
    for _ in range(700):
        state = state * 48271 % 2147483647
        noise.append(state >> 16 & 255)
    yield "noise", bytes(noise)
    yield "picture", bytes((x * y // 64) & 15 for y in range(48) for x in range(48))
    yield "single", b"x"


def main():
    for name, data in samples():
        runs = run_lengths(data)
        assert undo_run_lengths(runs) == data
        window = window_pack(data)
        assert window_unpack(window) == data, name
        coded, tree = huffman_pack(data)
        assert huffman_unpack(coded, tree) == data
        both, both_tree = huffman_pack(window)
        assert window_unpack(huffman_unpack(both, both_tree)) == data
        sizes = len(data), len(runs), len(window), len(coded), len(both)
        print("%-10s %5d runs %5d window %5d huffman %5d both %5d" % (name, *sizes), hex(adler(data)), hex(adler(window)), hex(adler(both)))
        print("           best %.1f%%" % (100 * min(sizes[1:]) / sizes[0]), "longest code", max(len(c) for _, c in tree.codes()))
    print(run_lengths(b"aaab"), window_pack(b"abcabcabcabcx"), sorted(huffman_tree(b"mississippi").codes()))


main()
