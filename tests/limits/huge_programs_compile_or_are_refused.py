# Programs of a hundred thousand statements, constants or names: compiled, or refused cleanly.
# heap: 134217728
def survives(text):
    try:
        exec(text, {})
    except (MemoryError, SyntaxError):
        pass
    return True
print(survives("def f(n):\n while n:\n  n -= 1\n" + "  n += 0\n" * 40000 + "f(3)\n"))  #> True
print(survives("a = [" + ", ".join(str(i) + ".5" for i in range(70000)) + "]\nassert a[69999] == 69999.5"))
#> True
print(survives("".join("v%d = %d\n" % (i, i) for i in range(70000)) + "assert v69999 == 69999"))
#> True
print(survives("def f():\n" + "".join(" v%d = %d\n" % (i, i) for i in range(10000)) + " assert v9999 == 9999\nf()"))
#> True
print(survives("x = '" + "ab" * 300000 + "'\nassert len(x) == 600000"))  #> True
