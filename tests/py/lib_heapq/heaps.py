# The least item is in front, whatever happens.
import heapq
from heapq import heappush, heappop, heapify, heapreplace, heappushpop
def is_heap(h): return all(h[(i - 1) // 2] <= h[i] for i in range(1, len(h)))
h = []
state = 12345
out = []
for i in range(300):
    state = (state * 1103515245 + 12345) % 2**31
    heappush(h, state % 1000)
    if i % 4 == 3: out.append(heappop(h))
    assert is_heap(h)
print(len(h), out[:8], h[0])  #> 225 [573, 178, 167, 82, 192, 75, 197, 0] 185
print([heappop(h) for _ in range(10)], [heapq.heappop(h) for _ in range(len(h))] == sorted(h) or "sorted")
#> [185, 220, 229, 246, 258, 263, 275, 277, 280, 280] sorted
for n in range(20):
    items = [(i * 7 + 3) % 11 for i in range(n)]
    copy = items[:]
    heapify(items)
    assert is_heap(items)
    assert [heappop(items) for _ in range(n)] == sorted(copy)
h = [5, 1, 4]; heapify(h)
print(heapreplace(h, 9), heappushpop(h, 0), heappushpop(h, 6), sorted(h), heappushpop([], 3))
#> 1 0 4 [5, 6, 9] 3
tasks = []
for task in [(2, "write"), (1, "plan"), (3, "test"), (1, "again")]: heappush(tasks, task)
print([heappop(tasks) for _ in range(4)])  #> [(1, 'again'), (1, 'plan'), (2, 'write'), (3, 'test')]
class Job:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n > other.n
jobs = [Job(i) for i in (3, 8, 1, 5)]; heapify(jobs); heappush(jobs, Job(7))
print([heappop(jobs).n for _ in range(5)])  #> [8, 7, 5, 3, 1]
for call in (lambda: heappop([]), lambda: heapreplace([], 1), lambda: heappush([1], "a")):
    try:
        call()
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
        #> IndexError index out of range
        #> IndexError index out of range
        #> TypeError '<' not supported between instances of 'str' and 'int'
