# return, break and continue run __exit__.
log = []
class M:
    def __enter__(self): log.append("in")
    def __exit__(self, *details): log.append("out")
def f():
    with M():
        return "value"
def g():
    for i in range(3):
        with M():
            if i == 0: continue
            break
    return i
print(f(), g(), log)  #> value 1 ['in', 'out', 'in', 'out', 'in', 'out']
