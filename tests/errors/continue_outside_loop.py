# continue in a function inside a loop.
#! line 5: SyntaxError: 'continue' not properly in loop
for i in range(3):
    def f():
        continue
