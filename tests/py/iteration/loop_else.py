# else of for and while runs unless the loop was broken.
def find(items, x):
    for i in items:
        if i == x:
            result = "found"
            break
    else:
        result = "missing"
    return result
print(find([1, 2], 2), find([1, 2], 3), find([], 1))  #> found missing missing
n = 0
while n < 3:
    n += 1
else:
    print("while else", n)  #> while else 3
while True:
    break
else:
    print("never")
for i in range(3):
    for j in range(3):
        if j == 1: break
    else:
        print("never")
    if i == 1: break
else:
    print("never")
print(i, j)  #> 1 1
