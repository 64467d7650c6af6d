# __traceback__, with_traceback and add_note.
try:
    raise ValueError("x")
except ValueError as error:
    print(error.__traceback__ is not None, error.with_traceback(None) is error, error.__traceback__)
    #> True True None
    error.add_note("a note")
    print(error.__notes__)  #> ['a note']
try:
    error = KeyError("fresh")
    print(error.__traceback__)  #> None
    raise error
except KeyError as e:
    print(e is error, e.__traceback__ is not None)  #> True True
