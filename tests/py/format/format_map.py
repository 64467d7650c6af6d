# format_map uses the mapping as it is.
class Default(dict):
    def __missing__(self, key):
        return "<" + key + ">"
print("{a} {b}".format_map(Default(a=1)), "{x}".format_map({"x": 5}))  #> 1 <b> 5
