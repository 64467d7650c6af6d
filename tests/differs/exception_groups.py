# differs: except* and exception groups
# python:  2
# here:    SyntaxError: 'except*' is not supported yet by this version of Threadsnake
# reason:  a later version; the grammar is read already
# instead: collect exceptions in a list
try:
    raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
except* ValueError as group:
    print(len(group.exceptions))
