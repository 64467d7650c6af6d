# An object may save itself; __del__ runs once.
class D:
    def __del__(self):
        print("del")
        saved.append(self)
saved = []
d = D()
d.tag = "alive"
d = None  #> del
print(saved[0].tag, len(saved))  #> alive 1
saved.clear()
print("cleared", len(saved))  #> cleared 0
