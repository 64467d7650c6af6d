# Fifty decorators, thirty bases, a chain of a hundred subclasses.
def d(f): return lambda: f() + 1
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
@d
def f(): return 0
print(f())  #> 50
class B0:
    def m0(self): return 0
class B1:
    def m1(self): return 1
class B2:
    def m2(self): return 2
class B3:
    def m3(self): return 3
class B4:
    def m4(self): return 4
class B5:
    def m5(self): return 5
class B6:
    def m6(self): return 6
class B7:
    def m7(self): return 7
class B8:
    def m8(self): return 8
class B9:
    def m9(self): return 9
class B10:
    def m10(self): return 10
class B11:
    def m11(self): return 11
class B12:
    def m12(self): return 12
class B13:
    def m13(self): return 13
class B14:
    def m14(self): return 14
class B15:
    def m15(self): return 15
class B16:
    def m16(self): return 16
class B17:
    def m17(self): return 17
class B18:
    def m18(self): return 18
class B19:
    def m19(self): return 19
class B20:
    def m20(self): return 20
class B21:
    def m21(self): return 21
class B22:
    def m22(self): return 22
class B23:
    def m23(self): return 23
class B24:
    def m24(self): return 24
class B25:
    def m25(self): return 25
class B26:
    def m26(self): return 26
class B27:
    def m27(self): return 27
class B28:
    def m28(self): return 28
class B29:
    def m29(self): return 29
class D(B0, B1, B2, B3, B4, B5, B6, B7, B8, B9, B10, B11, B12, B13, B14, B15, B16, B17, B18, B19, B20, B21, B22, B23, B24, B25, B26, B27, B28, B29): pass
print(D().m0(), D().m29(), len(D.__mro__))  #> 0 29 32
class E: value = 1
for i in range(100): E = type('E%d' % i, (E,), {})
print(E().value, len(E.__mro__))  #> 1 102
