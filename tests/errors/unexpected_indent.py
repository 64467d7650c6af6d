# A line indented for no reason.
#! line 4: IndentationError: unexpected indent
x = 1
    y = 2
