# Attribute errors on strings.
for text in ("'a'.nope", "'a'.upper.nope", "''.x()"):
    try:
        eval(text)
    except AttributeError as error:
        print(error)
        #> 'str' object has no attribute 'nope'
        #> 'builtin_function_or_method' object has no attribute 'nope'
        #> 'str' object has no attribute 'x'
try:
    "a".x = 1
except AttributeError as error:
    print(error)  #> 'str' object has no attribute 'x'
try:
    "abc".upper(1)
except TypeError as error:
    print(error)  #> str.upper() takes no arguments (1 given)
try:
    "abc".replace("a")
except TypeError as error:
    print(error)  #> replace expected at least 2 arguments, got 1
