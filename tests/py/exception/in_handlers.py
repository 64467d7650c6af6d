# Errors in except expressions, handlers, else and finally.
log = []
def f():
    try:
        try:
            raise ValueError("v")
        except ValueError:
            log.append("handler")
            raise KeyError("from handler")
        finally:
            log.append("finally")
    except KeyError as error:
        log.append(str(error))
    try:
        try:
            pass
        except ValueError:
            pass
        else:
            raise ValueError("from else")
        finally:
            log.append("finally 2")
    except ValueError as error:
        log.append(str(error))
f()
print(log)  #> ['handler', 'finally', "'from handler'", 'finally 2', 'from else']
