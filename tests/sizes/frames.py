# A frame that moved to the heap takes 16 bytes and 4 for each register, and a call in it no more.
# heap: 67108864
import gc

def narrow(n):
    marks[n] = gc.mem_alloc()
    return 0 if n == 0 else 1 + narrow(n - 1)

def wide(n, a=1, b=2, c=3, d=4, e=5):
    marks[n] = gc.mem_alloc()
    f = g = h = i = j = n
    return 0 if n == 0 else 1 + wide(n - 1)

def bytes_of_frame(function):
    "The last whole step: so many frames moved at once, and took so many bytes."
    function(len(marks) - 1)
    steps = [n for n in range(len(marks) - 1) if marks[n] != marks[n + 1]]
    newest, older = steps[0], steps[1]
    return (marks[newest] - marks[older]) / (older - newest)

# Enough calls for two steps in the widest window.
marks = [0] * 12000
for function in narrow, wide:
    registers = function.__code__.co_stacksize
    print(bytes_of_frame(function) == 16 + 4 * registers)
