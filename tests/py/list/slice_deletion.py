# Deleting slices, plain and extended.
a = list(range(12))
del a[2:4]; print(a)  #> [0, 1, 4, 5, 6, 7, 8, 9, 10, 11]
del a[::3]; print(a)  #> [1, 4, 6, 7, 9, 10]
del a[-2:]; print(a)  #> [1, 4, 6, 7]
del a[::-2]; print(a)  #> [1, 6]
del a[5:]; print(a)  #> [1, 6]
del a[:]; print(a)  #> []
