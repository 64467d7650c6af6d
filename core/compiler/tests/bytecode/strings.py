def formats(a, b, w):
    return f"a={a} {b!r:>{w}} {a:.2f}{b=}"

def plain(a):
    return f"{a}", f"text", f"{a!s}"
