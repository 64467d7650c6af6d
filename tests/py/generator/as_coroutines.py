# Round-robin scheduling of generators.
def task(name, n):
    for i in range(n):
        got = yield (name, i)
        if got: print(name, "got", got)
def run(tasks):
    queue = list(tasks)
    step = 0
    while queue:
        t = queue.pop(0)
        try:
            print(t.send(None if step < 3 else step))
            queue.append(t)
        except StopIteration:
            print("done")
        step += 1
run([task("a", 2), task("b", 3), task("c", 1)])
#> ('a', 0)
#> ('b', 0)
#> ('c', 0)
#> a got 3
#> ('a', 1)
#> b got 4
#> ('b', 1)
#> c got 5
#> done
#> a got 6
#> done
#> b got 7
#> ('b', 2)
#> b got 8
#> done
