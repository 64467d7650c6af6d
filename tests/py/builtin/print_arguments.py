# print: sep, end, several kinds of values, flush and file.
import sys
print()  #>
print(1, "a", None, 2.5, [1], sep="|")  #> 1|a|None|2.5|[1]
print("a", end="")  #> ab!
print("b", end="!\n")
print("x", "y", sep="")  #> xy
print(*[1, 2, 3], sep=", ", end=".\n")  #> 1, 2, 3.
print("p", "q", sep=None, end=None)  #> p q
print("to stdout", file=sys.stdout, flush=True)  #> to stdout
for bad in ({"sep": 5}, {"end": 5}):
    try:
        print("a", "b", **bad)
    except TypeError as error:
        print(error)
        #> sep must be None or a string, not int
        #> end must be None or a string, not int
class Writer:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
w = Writer()
print("one", 2, file=w)
print(w.parts)  #> ['one', ' ', '2', '\n']
