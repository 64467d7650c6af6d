# Code that was executed and is referred to no more gives its memory back.
# heap: 262144
keep = []
for i in range(3000):
    names = {}
    exec(f"def f{i}(a, b={i}):\n    return a + b\nvalue_{i} = f{i}(1)", names)
    text = eval(f"'text {i}'")
    if i % 500 == 0:
        keep.append((names[f"f{i}"], text))
print([function(1) for function, text in keep])  #> [1, 501, 1001, 1501, 2001, 2501]
print(keep[-1][1], keep[0][0].__name__)  #> text 2500 f0
