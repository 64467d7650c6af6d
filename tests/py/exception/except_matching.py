# Matching by class, base class, tuple, nested tuple and expression; the first match wins.
def catch(error, *clauses):
    for clause in clauses:
        try:
            raise error
        except clause:
            print("caught by", clause if isinstance(clause, tuple) else clause.__name__)
        except BaseException as other:
            print("missed", type(other).__name__)
catch(KeyError("k"), KeyError, LookupError, Exception, ValueError, (ValueError, KeyError), ())
#> caught by KeyError
#> caught by LookupError
#> caught by Exception
#> missed KeyError
#> caught by (<class 'ValueError'>, <class 'KeyError'>)
#> missed KeyError
try:
    try:
        raise ValueError("first")
    except 5:
        pass
except TypeError as error:
    print(error)  #> catching classes that do not inherit from BaseException is not allowed
try:
    1 / 0
except ArithmeticError as error:
    print("base", error)  #> base division by zero
except ZeroDivisionError:
    print("not reached")
try:
    raise KeyboardInterrupt
except Exception:
    print("not reached")
except:
    print("bare")  #> bare
