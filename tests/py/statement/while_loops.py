# while with break, continue, compound conditions and nested loops.
n, out = 10, []
while n and n != 3:
    n -= 1
    if n % 2: continue
    if n == 2: break
    out.append(n)
print(n, out)  #> 3 [8, 6, 4]
i = 0
while True:
    i += 1
    j = 0
    while j < i:
        j += 1
        if j == 3: break
    if i == 5: break
print(i, j)  #> 5 3
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
print([collatz(k) for k in (1, 7, 27, 97)])  #> [0, 16, 111, 118]
while 0: print("never")
while not i: pass
