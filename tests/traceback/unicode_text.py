# Source and message outside of ASCII.
def größe():
    raise ValueError("länge: 日本")


größe()
