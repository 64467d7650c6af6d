# break and else in range loops.
for i in range(10):
    if i == 3:
        break
else:
    print("not here")
print(i)  #> 3
for i in range(2):
    for j in range(2):
        if j:
            continue
        print(i, j)
        #> 0 0
        #> 1 0
else:
    print("else")  #> else
