# sorted returns a new list from any iterable.
print(sorted([3, 1, 2]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted([3, 1, 2], reverse=True), sorted(["aa", "b"], key=len), sorted((x % 3, x) for x in range(6)), sorted([]), sorted([[2], [1, 5], [1]]))
#> [1, 2, 3] ['e', 'h', 'l', 'l', 'o'] ['a', 'b'] [3, 2, 1] ['b', 'aa'] [(0, 0), (0, 3), (1, 1), (1, 4), (2, 2), (2, 5)] [] [[1], [1, 5], [2]]
a = [2, 1]
print(sorted(a), a, sorted(a) is a)  #> [1, 2] [2, 1] False
for call in (lambda: sorted(5), lambda: sorted([1, "a"]), lambda: sorted([1, 2], key=5), lambda: sorted([None, None]), lambda: sorted([1], foo=1), lambda: sorted([{}, {}])):
    try:
        call()
    except TypeError as error:
        print(error)
        #> 'int' object is not iterable
        #> '<' not supported between instances of 'str' and 'int'
        #> 'int' object is not callable
        #> '<' not supported between instances of 'NoneType' and 'NoneType'
        #> 'foo' is an invalid keyword argument for sort()
        #> '<' not supported between instances of 'dict' and 'dict'
