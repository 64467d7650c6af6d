# + * in comparison.
print((1, 2) + (3,), (1,) * 3, 2 * (1, 2), 2 in (1, 2), 3 not in (1, 2), () + ())
#> (1, 2, 3) (1, 1, 1) (1, 2, 1, 2) True True ()
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == (1, 2), (1, 2) != (1, 2.0), (1, "a") < (1, "b"), (1, 2) == [1, 2])
#> True True True True False True False
for text in ("(1,) + [2]", "(1,) < [1]", "(1, 'a') < (1, 2)", "(1,) * 'a'", "(1,) - (1,)"):
    try:
        eval(text)
    except TypeError as error:
        print(error)
        #> can only concatenate tuple (not "list") to tuple
        #> '<' not supported between instances of 'tuple' and 'list'
        #> '<' not supported between instances of 'str' and 'int'
        #> can't multiply sequence by non-int of type 'str'
        #> unsupported operand type(s) for -: 'tuple' and 'tuple'
t = (1,)
t += (2,)
t *= 2
print(t)  #> (1, 2, 1, 2)
