# A syntax error in text that is compiled at run time.
def run(text):
    exec(text)


run("x = = 1")
