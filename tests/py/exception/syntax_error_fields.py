# Where a syntax error begins and ends.
try:
    compile("x = (1 +* 2)", "<text>", "exec")
except SyntaxError as error:
    print(error.lineno, error.offset, error.end_lineno, error.end_offset, error.text)
    #> 1 9 1 10 x = (1 +* 2)
    #>
error = SyntaxError("m", ("f", 1, 2, "t", 3, 4))
print(error.end_lineno, error.end_offset)  #> 3 4
error = SyntaxError("m")
print(error.end_lineno, error.end_offset)  #> None None
error.end_lineno = 7
print(error.end_lineno)  #> 7
