# __len__ and __index__ results are checked.
class Big:
    def __len__(self): return 2**80
class Neg:
    def __len__(self): return -1
class Flt:
    def __len__(self): return 1.0
class Bool:
    def __len__(self): return True
for cls in (Big, Neg, Flt):
    try:
        len(cls())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
        #> OverflowError cannot fit 'int' into an index-sized integer
        #> ValueError __len__() should return >= 0
        #> TypeError 'float' object cannot be interpreted as an integer
print(len(Bool()))  #> 1
