# try needs a body.
#! line 4: IndentationError: expected an indented block after 'try' statement on line 3
try:
pass
except: pass
