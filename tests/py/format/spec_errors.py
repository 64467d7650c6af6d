# Specifications that numbers refuse.
for value, spec in ((1, "s"), (1, ".2d"), (1.5, "d"), (1.5, "x"), (1, "5 5"), (1, ",_"), (1, ",x"), (1, "+c"), (1.0, "s"), ([], "5"), (None, "d"), (1, "cc"), (-1, "c")):
    try:
        print(format(value, spec))
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
        #> ValueError Unknown format code 's' for object of type 'int'
        #> ValueError Precision not allowed in integer format specifier
        #> ValueError Unknown format code 'd' for object of type 'float'
        #> ValueError Unknown format code 'x' for object of type 'float'
        #> ValueError Invalid format specifier '5 5' for object of type 'int'
        #> ValueError Cannot specify both ',' and '_'.
        #> ValueError Cannot specify ',' with 'x'.
        #> ValueError Sign not allowed with integer format specifier 'c'
        #> ValueError Unknown format code 's' for object of type 'float'
        #> TypeError unsupported format string passed to list.__format__
        #> TypeError unsupported format string passed to NoneType.__format__
        #> ValueError Invalid format specifier 'cc' for object of type 'int'
        #> OverflowError %c arg not in range(0x110000)
