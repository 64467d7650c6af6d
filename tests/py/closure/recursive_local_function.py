# A local function that calls itself through its own cell.
def make():
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    return fib
print(make()(15))  #> 610
def walk(tree):
    out = []
    def visit(node):
        if isinstance(node, list):
            for child in node:
                visit(child)
        else:
            out.append(node)
    visit(tree)
    return out
print(walk([1, [2, [3, [4]], 5], []]))  #> [1, 2, 3, 4, 5]
