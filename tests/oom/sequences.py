# Methods of list, tuple, str, range and slice that a program seldom calls by name.
l, t, s, r = [1, 2], (1, 2), "a b", range(2, 9, 3)
for value in (l, t, s):
    value.__eq__(value), value.__ne__(value), value.__lt__(value), value.__le__(value), value.__gt__(value)
    value.__ge__(value), value.__mul__(2), value.__rmul__(2), value.__len__(), value.__iter__(), value.__repr__()
    value.__contains__("a") if value is s else value.__contains__(1)
    value.__add__(value), value.__getitem__(0)
l.__imul__(2).__iadd__([3]), l.__sizeof__(), l.__reversed__(), l.__setitem__(0, 9), l.__delitem__(0)
l.append(1), l.extend((1, 2)), l.insert(0, 0), l.pop(), l.remove(0), l.index(1), l.count(1), l.sort(), l.reverse()
l.copy(), l.clear(), l.__init__((3, 4)), list.__class_getitem__(int)
tuple.__class_getitem__(int), t.__getnewargs__(), t.__hash__(), t.index(1), t.count(1)
s.__getnewargs__(), s.__hash__(), s.__sizeof__(), s.__str__(), s.__format__(">9"), s.__mod__(()), "%d".__rmod__("%s")
r.__bool__(), r.__eq__(r), r.__ne__(r), r.__hash__(), r.__iter__(), r.__len__(), r.__contains__(5), r.__getitem__(1)
r.__reversed__(), r.__repr__(), r.index(5), r.count(5), r.start, r.stop, r.step
p, q = slice(1, 2), slice(1, 3)
p.__eq__(q), p.__ne__(q), p.__lt__(q), p.__le__(q), p.__gt__(q), p.__ge__(q), p.__repr__(), p.indices(9)
p.start, p.stop, p.step
class Pair(tuple): pass
Pair(x for x in "ab")
