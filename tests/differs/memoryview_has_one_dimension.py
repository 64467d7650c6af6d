# differs: views of several dimensions
# python:  (2, 4)
# here:    NotImplementedError: memoryview: views have one dimension
# reason:  nobody but arrays of numbers makes them, and each view would take more memory
# instead: view[row * width + column]
print(memoryview(bytes(8)).cast("B", (2, 4)).shape)
