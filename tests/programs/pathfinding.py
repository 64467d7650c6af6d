"""Paths through generated caves: breadth-first search, Dijkstra and A* with an own heap."""

WIDTH, HEIGHT = 48, 24
STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1))


class Heap:
    """A binary heap of (priority, value); equal priorities leave in the order they came."""

    def __init__(self):
        self.entries = []
        self.pushed = 0

    def __bool__(self):
        return bool(self.entries)

    def push(self, priority, value):
        self.pushed += 1
        entries = self.entries
        entries.append((priority, self.pushed, value))
        at = len(entries) - 1
        while at > 0:
            parent = (at - 1) >> 1
            if entries[parent] <= entries[at]:
                break
            entries[parent], entries[at] = entries[at], entries[parent]
            at = parent

    def pop(self):
        entries = self.entries
        last = entries.pop()
        if not entries:
            return last[2]
        top, entries[0] = entries[0], last
        at = 0
        while (child := 2 * at + 1) < len(entries):
            if child + 1 < len(entries) and entries[child + 1] < entries[child]:
                child += 1
            if entries[at] <= entries[child]:
                break
            entries[at], entries[child] = entries[child], entries[at]
            at = child
        return top[2]


def make_cave(seed):
    """Random rock, smoothed three times, with terrain costs from 1 to 9."""

    def random():
        nonlocal seed
        seed = (seed * 1664525 + 1013904223) & 0xFFFFFFFF
        return seed >> 16

    rock = [[random() % 100 < 38 for _ in range(WIDTH)] for _ in range(HEIGHT)]
    for _ in range(3):
        rock = [
            [neighbours(rock, x, y) + rock[y][x] >= 5 for x in range(WIDTH)] for y in range(HEIGHT)
        ]
    return {
        (x, y): 1 + random() % 9
        for y in range(HEIGHT)
        for x in range(WIDTH)
        if not rock[y][x]
    }


def neighbours(rock, x, y):
    count = 0
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            if dx or dy:
                nx, ny = x + dx, y + dy
                inside = 0 <= nx < WIDTH and 0 <= ny < HEIGHT
                count += rock[ny][nx] if inside else 1
    return count


def around(cave, cell):
    x, y = cell
    for dx, dy in STEPS:
        if (x + dx, y + dy) in cave:
            yield x + dx, y + dy


def regions(cave):
    """Connected parts of the cave, largest first."""
    left = dict.fromkeys(cave)
    found = []
    while left:
        start = next(iter(left))
        del left[start]
        region, queue = [start], [start]
        for cell in queue:
            for other in around(cave, cell):
                if other in left:
                    del left[other]
                    region.append(other)
                    queue.append(other)
        found.append(region)
    found.sort(key=len, reverse=True)
    return found


def breadth_first(cave, start):
    distance = {start: 0}
    frontier = [start]
    while frontier:
        following = []
        for cell in frontier:
            for other in around(cave, cell):
                if other not in distance:
                    distance[other] = distance[cell] + 1
                    following.append(other)
        frontier = following
    return distance


def search(cave, start, goal, estimate):
    """A*; with an estimate of zero, Dijkstra. Returns cost, path and how many cells it looked at."""
    heap = Heap()
    heap.push(0, start)
    cost = {start: 0}
    origin = {}
    done = set()
    while heap:
        cell = heap.pop()
        if cell == goal:
            break
        if cell in done:
            continue
        done.add(cell)
        for other in around(cave, cell):
            through = cost[cell] + cave[other]
            if through < cost.get(other, 1 << 40):
                cost[other] = through
                origin[other] = cell
                heap.push(through + estimate(other, goal), other)
    else:
        return None, [], len(done)
    path = [goal]
    while path[-1] != start:
        path.append(origin[path[-1]])
    return cost[goal], path[::-1], len(done)


def manhattan(a, b):
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def draw(cave, path):
    marks = dict.fromkeys(path, "*")
    marks[path[0]], marks[path[-1]] = "S", "G"
    rows = []
    for y in range(HEIGHT):
        rows.append("".join(marks.get((x, y), "." if (x, y) in cave else "#") for x in range(WIDTH)))
    return "\n".join(rows)


def main():
    for seed in (7, 42, 1999):
        cave = make_cave(seed)
        parts = regions(cave)
        biggest = parts[0]
        start, goal = min(biggest), max(biggest)
        steps = breadth_first(cave, start)
        print("seed", seed, "cells", len(cave), "regions", [len(part) for part in parts][:5])
        cost, path, looked = search(cave, start, goal, lambda a, b: 0)
        better_cost, better_path, better_looked = search(cave, start, goal, manhattan)
        print("steps", steps[goal], "cost", cost, "path", len(path), "looked", looked)
        print("with estimate", better_cost, len(better_path), better_looked, better_looked <= looked)
        assert cost == better_cost == sum(cave[cell] for cell in path[1:])
        if seed == 42:
            print(draw(cave, path))
    island = {(0, 0): 1, (5, 5): 1}
    print(search(island, (0, 0), (5, 5), manhattan))


main()
