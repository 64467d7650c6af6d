# Loop variables stay inside; the first iterable is evaluated outside.
x = "outer"
print([x for x in range(3)], x)  #> [0, 1, 2] outer
class C:
    n = 3
    items = [i for i in range(n)]
    try:
        broken = [n for _ in range(1)]
    except NameError as error:
        print(error)  #> name 'n' is not defined
print(C.items)  #> [0, 1, 2]
def f(n):
    return [[n * i + j for j in range(n)] for i in range(n)]
print(f(3))  #> [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
