# Slice assignment replaces, grows, shrinks, inserts, and may assign the list to itself.
a = list(range(6))
a[1:3] = ["x"]; print(a)  #> [0, 'x', 3, 4, 5]
a[1:2] = [7, 8, 9]; print(a)  #> [0, 7, 8, 9, 3, 4, 5]
a[2:2] = (0, 0); print(a)  #> [0, 7, 0, 0, 8, 9, 3, 4, 5]
a[:0] = "ab"; print(a)  #> ['a', 'b', 0, 7, 0, 0, 8, 9, 3, 4, 5]
a[len(a):] = [5]; print(a)  #> ['a', 'b', 0, 7, 0, 0, 8, 9, 3, 4, 5, 5]
a[2:-2] = []; print(a)  #> ['a', 'b', 5, 5]
a[5:2] = [1]; print(a)  #> ['a', 'b', 5, 5, 1]
a[:] = range(3); print(a)  #> [0, 1, 2]
a[1:1] = a; print(a)  #> [0, 0, 1, 2, 1, 2]
a[:] = []; print(a)  #> []
a[3:7] = iter([1, 2]); print(a)  #> [1, 2]
