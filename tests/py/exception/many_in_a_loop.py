# Ten thousand raised and caught.
count = 0
for i in range(10000):
    try:
        if i % 3 == 0:
            raise KeyError(i)
        if i % 3 == 1:
            [][i]
        count += 1
    except KeyError as error:
        count += error.args[0] % 2
    except IndexError:
        count += 2
print(count)  #> 11666
