# differs: order of a set's elements
# python:  False
# here:    True
# reason:  a set is a dict without values, and dicts keep the order of insertion; programs repeat exactly
# instead: sort where an order matters
words = "one two three four five six seven eight nine ten".split()
print(list(set(words)) == words and list({-1, 300, 7}) == [-1, 300, 7])
