# A relative import outside of a package fails.
try:
    from . import anything
except ImportError as error:
    print(error)  #> attempted relative import with no known parent package
