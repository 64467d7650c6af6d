# Expression statements have no output; docstrings are attributes.
# needs: compiler.docstrings
"module text"
1 + 1
"an expression"
...
pass
def f():
    "doc"
    5
    return None
class C:
    """class doc"""
def g():
    "not" + " a doc"
def h():
    f"not a doc"
print(f.__doc__, C.__doc__, g.__doc__, h.__doc__, __doc__)  #> doc class doc None None module text
