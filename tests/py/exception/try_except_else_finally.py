# The order of all four clauses.
def run(kind):
    out = []
    try:
        out.append("try")
        if kind == "value": raise ValueError("v")
        if kind == "key": raise KeyError("k")
        if kind == "return": return out
    except ValueError as error:
        out.append("except " + str(error))
    except (KeyError, IndexError):
        out.append("except key")
    else:
        out.append("else")
    finally:
        out.append("finally")
    return out
for kind in ("none", "value", "key", "return"):
    print(run(kind))
    #> ['try', 'else', 'finally']
    #> ['try', 'except v', 'finally']
    #> ['try', 'except key', 'finally']
    #> ['try', 'finally']
