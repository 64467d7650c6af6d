# Comparison looks at identity first, so a nan inside equals itself.
nan = float("nan")
print((nan,) == (nan,), nan in (nan,), (nan, 1) < (nan, 2), (nan,).count(nan))  #> True True True 1
