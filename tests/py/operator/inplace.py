# In-place operators prefer the i-form and fall back to the plain one.
class I:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append("iadd"); return self
    def __isub__(self, o): self.log.append("isub"); return self
    def __imul__(self, o): self.log.append("imul"); return self
    def __itruediv__(self, o): self.log.append("itruediv"); return self
    def __ifloordiv__(self, o): self.log.append("ifloordiv"); return self
    def __imod__(self, o): self.log.append("imod"); return self
    def __ipow__(self, o): self.log.append("ipow"); return self
    def __imatmul__(self, o): self.log.append("imatmul"); return self
    def __ilshift__(self, o): self.log.append("ilshift"); return self
    def __irshift__(self, o): self.log.append("irshift"); return self
    def __iand__(self, o): self.log.append("iand"); return self
    def __ior__(self, o): self.log.append("ior"); return self
    def __ixor__(self, o): self.log.append("ixor"); return self
x = y = I()
x += 1; x -= 1; x *= 1; x /= 1; x //= 1; x %= 1; x **= 1; x @= 1; x <<= 1; x >>= 1; x &= 1; x |= 1; x ^= 1
print(x is y, x.log)
#> True ['iadd', 'isub', 'imul', 'itruediv', 'ifloordiv', 'imod', 'ipow', 'imatmul', 'ilshift', 'irshift', 'iand', 'ior', 'ixor']
class Plain:
    def __add__(self, o): return "plain add"
    def __rsub__(self, o): return "reflected sub"
p = Plain()
p += 1
n = 5
n -= Plain()
print(p, n)  #> plain add reflected sub
class Gives:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return "after NotImplemented"
g = Gives()
g += 1
print(g)  #> after NotImplemented
