# dedent and indent.
from textwrap import dedent, indent
print(repr(dedent("    a\n      b\n\n    c\n")), repr(dedent("  a\n\tb")), repr(dedent("no\n  margin")), repr(dedent("\n   \n  x\n")), repr(dedent("\ta\n\t  b")), repr(dedent("")), repr(dedent("   only blanks   \n     ")), repr(dedent("  a\n b\n   c")))
#> 'a\n  b\n\nc\n' '  a\n\tb' 'no\n  margin' '\n\nx\n' 'a\n  b' '' 'only blanks   \n' ' a\nb\n  c'
print(dedent("""\
    def f():
        return 1
    """))
    #> def f():
    #>     return 1
    #>
print(repr(indent("a\n\n  b\nc", "> ")), repr(indent("a\n\nb\n", "  ", lambda line: True)), repr(indent("", "x")), repr(indent("x\ny", "--", lambda line: "y" in line)))
#> '> a\n\n>   b\n> c' '  a\n  \n  b\n' '' 'x\n--y'
