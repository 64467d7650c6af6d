try:
    raise ExceptionGroup("g", [ValueError(i) for i in range(20)])
except* KeyError as e:
    pass
