# A list looks empty while it is sorted, and changing it then is an error; its items are kept.
class Item:
    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        act()
        return self.number < other.number

    def __repr__(self):
        return str(self.number)


def told(what):
    global act
    act = what
    items[:] = [Item(3), Item(1), Item(2)]
    try:
        print(items.sort(), items)
    except Exception as error:
        print(type(error).__name__, error, sorted([item.number for item in items]))


items = []
seen = set()
told(lambda: seen.add((len(items), str(items), bool(items))))  #> None [1, 2, 3]
print(seen)  #> {(0, '[]', False)}
told(lambda: items.append(1))  #> ValueError list modified during sort [1, 2, 3]
told(lambda: items.insert(0, 1))  #> ValueError list modified during sort [1, 2, 3]
told(lambda: items.extend([1, 2]))  #> ValueError list modified during sort [1, 2, 3]
told(lambda: items.__setitem__(slice(None), [1]))  #> ValueError list modified during sort [1, 2, 3]
told(lambda: items.pop())  #> IndexError pop from empty list [1, 2, 3]
told(lambda: 1 // 0)  #> ZeroDivisionError integer division or modulo by zero [1, 2, 3]
told(lambda: (items.append(1), 1 // 0))
#> ZeroDivisionError integer division or modulo by zero [1, 2, 3]
items = [3, 1, 2]
try:
    items.sort(key=items.append)
except (ValueError, TypeError) as error:
    print(type(error).__name__, error)
    #> TypeError '<' not supported between instances of 'NoneType' and 'NoneType'
print(items)  #> [3, 1, 2]
items.sort(key=lambda item: (len(items), -item))
print(items)  #> [3, 2, 1]
