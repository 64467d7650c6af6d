# Taking apart what only the name holds that is assigned first.
def into_first(d):
    d, other = d
    return d, other


def into_last(d):
    d = list(d)
    first, d = d
    return first, d


def made():
    pair = [[1], [2]]
    pair, other = pair
    third = [[3], [4]]
    left, third = third
    return pair, other, left, third


for turn in range(3):
    print(into_first([[turn, "a"], ["b" * 3]]), into_first(([turn], {turn})), into_last(([1], [turn])), made())
    #> ([0, 'a'], ['bbb']) ([0], {0}) ([1], [0]) ([1], [2], [3], [4])
    #> ([1, 'a'], ['bbb']) ([1], {1}) ([1], [1]) ([1], [2], [3], [4])
    #> ([2, 'a'], ['bbb']) ([2], {2}) ([1], [2]) ([1], [2], [3], [4])
