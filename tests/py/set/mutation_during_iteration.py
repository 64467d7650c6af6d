# Changing the size while iterating is an error.
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)  #> Set changed size during iteration
