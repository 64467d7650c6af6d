# print writes to whatever sys.stdout is.
import sys
class Catcher:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text); return len(text)
    def flush(self): pass
old = sys.stdout
sys.stdout = catcher = Catcher()
print("caught", 1)
sys.stdout = old
print(catcher.parts, sys.__stdout__ is not None)  #> ['caught', ' ', '1', '\n'] True
