# differs: types of the iterators of itertools
# python:  count
# here:    generator
# reason:  they are generator functions in ROM, so that importing the module costs a few bytes each
# instead: iterate
import itertools
print(type(itertools.count()).__name__)
