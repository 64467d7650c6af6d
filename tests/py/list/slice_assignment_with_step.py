# Extended slices must match in length.
a = list(range(8))
a[::2] = "abcd"; print(a)  #> ['a', 1, 'b', 3, 'c', 5, 'd', 7]
a[::-1] = range(8); print(a)  #> [7, 6, 5, 4, 3, 2, 1, 0]
a[1:6:2] = [0, 0, 0]; print(a)  #> [7, 0, 5, 0, 3, 0, 1, 0]
for value in ([1], [1, 2, 3, 4, 5], 5):
    try:
        a[::2] = value
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError attempt to assign sequence of size 1 to extended slice of size 4
        #> ValueError attempt to assign sequence of size 5 to extended slice of size 4
        #> TypeError must assign iterable to extended slice
try:
    a[1:2] = 5
except TypeError as error:
    print(error)  #> can only assign an iterable
