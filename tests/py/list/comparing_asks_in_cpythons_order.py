# Sorting asks the same questions in the same order as CPython, so errors and side effects are the same.
class Loud:
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        asked.append((self.n, other.n))
        return self.n < other.n
for numbers in ([3, 1, 2], [1, 2, 3, 4], [4, 3, 2, 1], [2, 1, 2, 1], [5, 9, 1, 7, 3, 8, 2]):
    asked = []
    a = [Loud(n) for n in numbers]
    a.sort()
    print([x.n for x in a], asked)
    asked = []
    a.sort(key=lambda x: Loud(-x.n), reverse=True)
    print([x.n for x in a], asked)
    #> [1, 2, 3] [(1, 3), (2, 1), (2, 3), (2, 1)]
    #> [1, 2, 3] [(-2, -3), (-1, -2)]
    #> [1, 2, 3, 4] [(2, 1), (3, 2), (4, 3)]
    #> [1, 2, 3, 4] [(-3, -4), (-2, -3), (-1, -2)]
    #> [1, 2, 3, 4] [(3, 4), (2, 3), (1, 2)]
    #> [1, 2, 3, 4] [(-3, -4), (-2, -3), (-1, -2)]
    #> [1, 1, 2, 2] [(1, 2), (2, 1), (2, 2), (1, 2), (1, 1)]
    #> [1, 1, 2, 2] [(-2, -2), (-1, -2), (-1, -1)]
    #> [1, 2, 3, 5, 7, 8, 9] [(9, 5), (1, 9), (1, 9), (1, 5), (7, 5), (7, 9), (3, 7), (3, 5), (3, 1), (8, 5), (8, 9), (8, 7), (2, 7), (2, 3), (2, 1)]
    #> [1, 2, 3, 5, 7, 8, 9] [(-8, -9), (-7, -8), (-5, -7), (-3, -5), (-2, -3), (-1, -2)]
for mixed in ([3, "a", 1, None], [(1, 2), (1, "x"), (0, 5)], [1.5, "b"], [[1], (1,)]):
    try:
        mixed.sort()
    except TypeError as error:
        print(error, mixed)
        #> '<' not supported between instances of 'str' and 'int' [3, 'a', 1, None]
        #> '<' not supported between instances of 'str' and 'int' [(1, 2), (1, 'x'), (0, 5)]
        #> '<' not supported between instances of 'str' and 'float' [1.5, 'b']
        #> '<' not supported between instances of 'tuple' and 'list' [[1], (1,)]
