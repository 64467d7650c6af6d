# __del__ may call, allocate, print and release other objects.
class Node:
    def __init__(self, n, next): self.n, self.next = n, next
    def __del__(self): log.append(sum(range(self.n)))
log = []
chain = None
for i in range(5):
    chain = Node(i, chain)
chain = None
print(log)  #> [6, 3, 1, 0, 0]
long = None
for i in range(5000):
    long = Node(1, long)
log.clear()
long = None
print(len(log))  #> 5000
