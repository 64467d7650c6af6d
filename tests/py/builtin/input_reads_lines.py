# input() at the end of standard input raises EOFError.
try:
    input()
except EOFError as error:
    print(error)  #> EOF when reading a line
