# Exceptions from every kind of implicit call reach the handler.
class Bad:
    def __bool__(self): raise ValueError("bool")
    def __len__(self): raise ValueError("len")
    def __iter__(self): raise ValueError("iter")
    def __getitem__(self, k): raise ValueError("getitem")
    def __add__(self, o): raise ValueError("add")
    def __eq__(self, o): raise ValueError("eq")
    def __hash__(self): raise ValueError("hash")
    def __repr__(self): raise ValueError("repr")
    def __getattr__(self, n): raise ValueError("getattr")
    def __call__(self): raise ValueError("call")
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): pass
    def __contains__(self, x): raise ValueError("contains")
    def __index__(self): raise ValueError("index")
    def __format__(self, s): raise ValueError("format")
b = Bad()
def with_it():
    with b: pass
for call in (lambda: not b, lambda: len(b), lambda: list(b), lambda: b[0], lambda: b + 1, lambda: b == 1, lambda: {b: 1}, lambda: repr(b), lambda: b.x, b, with_it, lambda: 1 in b, lambda: [1][b], lambda: f"{b}", lambda: [b] == [1], lambda: str([b]), lambda: [*b]):
    try:
        call()
        print("no error")
    except ValueError as error:
        print(error, end=" ")
        #> bool len iter getitem add eq hash repr getattr call enter contains index format eq repr iter
print()
