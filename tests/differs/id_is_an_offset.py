# differs: id() of an object
# python:  False
# here:    True
# reason:  a reference is a 32-bit offset into the arena on every machine, and id() gives that offset
# instead: use id() only to tell living objects apart
print(all(id(thing) < 2**32 for thing in ([], {}, object())))
