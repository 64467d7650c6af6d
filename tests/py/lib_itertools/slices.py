# islice takes exactly what it must.
from itertools import islice
for args in ((3,), (2, 4), (2, None), (0, None, 3), (1, 9, 4), (None,), (0,), (5, 2), (3, 3), (None, 4, 2), (20,), (None, None, None)):
    it = iter(range(10))
    print(args, list(islice(it, *args)), list(it))
    #> (3,) [0, 1, 2] [3, 4, 5, 6, 7, 8, 9]
    #> (2, 4) [2, 3] [4, 5, 6, 7, 8, 9]
    #> (2, None) [2, 3, 4, 5, 6, 7, 8, 9] []
    #> (0, None, 3) [0, 3, 6, 9] []
    #> (1, 9, 4) [1, 5] [9]
    #> (None,) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] []
    #> (0,) [] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    #> (5, 2) [] [5, 6, 7, 8, 9]
    #> (3, 3) [] [3, 4, 5, 6, 7, 8, 9]
    #> (None, 4, 2) [0, 2] [4, 5, 6, 7, 8, 9]
    #> (20,) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] []
    #> (None, None, None) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] []
it = iter("abcdef")
part = islice(it, 2)
print(next(part), list(part), next(it), next(part, "end"))  #> a ['b'] c end
for args in ((-1,), (0, -1), (0, 5, 0), ("x",), (0, 5, -1), (1.5,), (), (1, 2, 3, 4), ("a", 2)):
    try:
        islice([1], *args)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
        #> ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
        #> ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
        #> ValueError Step for islice() must be a positive integer or None.
        #> ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
        #> ValueError Step for islice() must be a positive integer or None.
        #> ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
        #> TypeError islice expected at least 2 arguments, got 1
        #> TypeError islice expected at most 4 arguments, got 5
        #> ValueError Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
