# What str.format refuses.
cases = (("{}", ()), ("{1}", (1,)), ("{", ()), ("}", ()), ("{0}{}", (1, 2)), ("{}{0}", (1, 2)), ("{a}", ()), ("{!x}", (1,)),
         ("{:d}", ("a",)), ("{:s}", (1,)), ("{:.2d}", (1,)), ("{:q}", (1,)), ("{0.nope}", (1,)), ("{0[a]}", ([1],)), ("{:,s}", ("a",)), ("{!}", (1,)))
for text, args in cases:
    try:
        print(text.format(*args))
    except (ValueError, IndexError, KeyError, AttributeError, TypeError) as error:
        print(text, type(error).__name__, error)
        #> {} IndexError Replacement index 0 out of range for positional args tuple
        #> {1} IndexError Replacement index 1 out of range for positional args tuple
        #> { ValueError Single '{' encountered in format string
        #> } ValueError Single '}' encountered in format string
        #> {0}{} ValueError cannot switch from manual field specification to automatic field numbering
        #> {}{0} ValueError cannot switch from automatic field numbering to manual field specification
        #> {a} KeyError 'a'
        #> {!x} ValueError Unknown conversion specifier x
        #> {:d} ValueError Unknown format code 'd' for object of type 'str'
        #> {:s} ValueError Unknown format code 's' for object of type 'int'
        #> {:.2d} ValueError Precision not allowed in integer format specifier
        #> {:q} ValueError Unknown format code 'q' for object of type 'int'
        #> {0.nope} AttributeError 'int' object has no attribute 'nope'
        #> {0[a]} TypeError list indices must be integers or slices, not str
        #> {:,s} ValueError Cannot specify ',' with 's'.
        #> {!} ValueError unmatched '{' in format spec
