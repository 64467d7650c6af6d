# The key's repr is the message.
settings = {}


def read(name):
    return settings[name]


read(("a", 'quote"'))
