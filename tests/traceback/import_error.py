# A module that does not exist.
def load():
    import there_is_no_such_module


load()
