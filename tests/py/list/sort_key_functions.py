# key= with builtins, methods and closures; None means no key.
words = ["banana", "Apple", "cherry", "date"]
words.sort(key=len); print(words)  #> ['date', 'Apple', 'banana', 'cherry']
words.sort(key=str.lower); print(words)  #> ['Apple', 'banana', 'cherry', 'date']
words.sort(key=None, reverse=True); print(words)  #> ['date', 'cherry', 'banana', 'Apple']
order = {"date": 0, "Apple": 1, "banana": 2, "cherry": 3}
words.sort(key=order.get); print(words)  #> ['date', 'Apple', 'banana', 'cherry']
words.sort(key=lambda w: (len(w), w)); print(words)  #> ['date', 'Apple', 'banana', 'cherry']
calls = []
def key(x):
    calls.append(x)
    return -x
print(sorted([3, 1, 2], key=key), calls)  #> [3, 2, 1] [3, 1, 2]
