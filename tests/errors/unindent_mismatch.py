# A line that returns to no outer level.
#! line 5: IndentationError: unindent does not match any outer indentation level
if True:
        x = 1
    y = 2
