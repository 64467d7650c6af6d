# differs: half of a surrogate pair in a string
# python:  1
# here:    SyntaxError: (unicode error) strings with lone surrogates are not supported
# reason:  strings are UTF-8, which has no surrogates
# instead: write the whole character with \\U
print(len("\ud800"))
