# differs: messages that name the type of a deque
# python:  TypeError: unhashable type: 'collections.deque'
# here:    TypeError: unhashable type: 'deque'
# reason:  deque is a class written in Python, and messages name such classes without their module
# instead: type(d).__module__
from collections import deque
hash(deque())
