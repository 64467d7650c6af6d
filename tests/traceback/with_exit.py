# An error inside a with block passes __exit__.
class Resource:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False


with Resource():
    None.attribute
