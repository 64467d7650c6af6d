# global makes a function write the module's variable.
count = 0
def up():
    global count, created
    count += 1
    created = "made in up"
def reads(): return count
def local_shadow():
    count = 99
    return count
def nested():
    count = "local"
    def inner():
        global count
        return count
    return inner(), count
up(); up()
print(count, created, reads(), local_shadow(), count, nested())  #> 2 made in up 2 99 2 (2, 'local')
def remove():
    global created
    del created
remove()
print("created" in globals(), globals()["count"])  #> False 2
