# float() of text, and what it refuses.
for text in ("1", "1.5", " -2.25e3 ", "1e5", "1E-3", ".5", "5.", "1_000.5", "inf", "-Infinity", "NaN", "+nan",
             "0x10", "", "1e", "abc", "1..2", "1__0", "1e400", "1e-400", "2.5e-324", "9" * 30):
    try:
        print(float(text))
    except ValueError as error:
        print(error)
        #> 1.0
        #> 1.5
        #> -2250.0
        #> 100000.0
        #> 0.001
        #> 0.5
        #> 5.0
        #> 1000.5
        #> inf
        #> -inf
        #> nan
        #> nan
        #> could not convert string to float: '0x10'
        #> could not convert string to float: ''
        #> could not convert string to float: '1e'
        #> could not convert string to float: 'abc'
        #> could not convert string to float: '1..2'
        #> could not convert string to float: '1__0'
        #> inf
        #> 0.0
        #> 5e-324
        #> 1e+30
