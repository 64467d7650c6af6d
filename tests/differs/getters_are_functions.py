# differs: operator.itemgetter, attrgetter and methodcaller
# python:  itemgetter
# here:    function
# reason:  a closure is smaller than an instance, and called faster
# instead: call it
import operator
print(type(operator.itemgetter(1)).__name__)
