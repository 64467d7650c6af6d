# Chained generators: producer, filter, transformer, batches.
def numbers(n):
    for i in range(n):
        yield i
def odd(items):
    for i in items:
        if i % 2: yield i
def scaled(items, k):
    for i in items: yield i * k
def batches(items, size):
    batch = []
    for i in items:
        batch.append(i)
        if len(batch) == size:
            yield batch
            batch = []
    if batch: yield batch
print(list(batches(scaled(odd(numbers(15)), 10), 3)))  #> [[10, 30, 50], [70, 90, 110], [130]]
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1
p = primes()
print([next(p) for _ in range(12)])  #> [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
