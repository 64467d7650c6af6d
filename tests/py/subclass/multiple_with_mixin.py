# A mixin before a builtin base; layout conflicts are refused.
class Loud:
    def append(self, x):
        print("append", x)
        super().append(x)
class LoudList(Loud, list): pass
l = LoudList()
l.append(1)  #> append 1
print(l)  #> [1]
try:
    class Bad(int, str): pass
except TypeError as error:
    print(error)  #> multiple bases have instance lay-out conflict
class OkDict(Loud, dict): pass
print(OkDict(a=1))  #> {'a': 1}
