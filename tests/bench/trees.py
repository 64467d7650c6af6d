"""Objects that live short: trees made and dropped, a linked list turned round."""


class Node:
    __slots__ = ("left", "right", "value")

    def __init__(self, left, right, value):
        self.left = left
        self.right = right
        self.value = value


def grow(depth, value):
    if depth == 0:
        return None
    return Node(grow(depth - 1, value * 2), grow(depth - 1, value * 2 + 1), value)


def total(node):
    return node.value + total(node.left) + total(node.right) if node else 0


def turned(length):
    head = None
    for number in range(length):
        head = (number, head)
    back = None
    while head:
        back = (head[0], back)
        head = head[1]
    return back[0] + back[1][0]


print(sum(total(grow(9, turn)) for turn in range(1, 20)), turned(5000))
