# Expressions and blocks nested far too deeply are refused, not crashed on.
def refused(text):
    try:
        compile_and_run(text)
    except (SyntaxError, RecursionError, MemoryError) as error:
        return isinstance(error, (SyntaxError, RecursionError, MemoryError))
    return False
def compile_and_run(text):
    exec(text, {})
n = 20000
for text in ("(" * n + "1" + ")" * n, "[" * n + "]" * n, "-" * 10 * n + "1", "not " * n + "1", "x" + "[0" * n + "]" * n, "lambda: " * n + "1", "{1:" * n + "1" + "}" * n,
             "a" + ".b(" * n + ")" * n, "1 if 1 else " * n + "1", "".join(" " * i + "if 1:\n" for i in range(300)) + " " * 300 + "pass", "(" * n, "f'{" * 50 + "1"):
    print(refused(text), end=" ")  #> True True True True True True True True True True True True
print()
