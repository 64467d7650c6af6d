# Unknown, repeated and non-string keywords.
def f(a, b=0): pass
def g(**kw): pass
for call in (lambda: f(1, c=2), lambda: f(1, a=2), lambda: f(b=1, c=2), lambda: f(**{1: 2}), lambda: g(**{"a": 1}, **{"a": 2}), lambda: g(a=1, **{"a": 2}),
             lambda: f(*5), lambda: f(**5), lambda: f(1, *None), lambda: g(**[1]), lambda: f(1, **None)):
    try:
        call()
    except TypeError as error:
        print(error)
        #> f() got an unexpected keyword argument 'c'
        #> f() got multiple values for argument 'a'
        #> f() got an unexpected keyword argument 'c'
        #> keywords must be strings
        #> __main__.g() got multiple values for keyword argument 'a'
        #> __main__.g() got multiple values for keyword argument 'a'
        #> __main__.f() argument after * must be an iterable, not int
        #> __main__.f() argument after ** must be a mapping, not int
        #> Value after * must be an iterable, not NoneType
        #> __main__.g() argument after ** must be a mapping, not list
        #> __main__.f() argument after ** must be a mapping, not NoneType
