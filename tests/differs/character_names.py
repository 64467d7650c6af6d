# differs: characters by name
# python:  ½
# here:    SyntaxError: names of characters (\N{...}) are not available
# reason:  the table of names is larger than the interpreter
# instead: write the character or its number
print("\N{VULGAR FRACTION ONE HALF}")
