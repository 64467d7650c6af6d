# args, str and repr of exceptions.
for error in (ValueError(), ValueError("one"), ValueError("one", 2), ValueError(None), ValueError(("t",)), KeyError("k"), KeyError(), KeyError("a", "b"), IndexError(5), OSError(2, "gone"), OSError(2, "gone", "file.txt"),
              StopIteration(7), SystemExit(3), AssertionError([1]), UnicodeError("u"), ImportError("no", name="m")):
    print(error.args, "|", str(error), "|", repr(error))
    #> () |  | ValueError()
    #> ('one',) | one | ValueError('one')
    #> ('one', 2) | ('one', 2) | ValueError('one', 2)
    #> (None,) | None | ValueError(None)
    #> (('t',),) | ('t',) | ValueError(('t',))
    #> ('k',) | 'k' | KeyError('k')
    #> () |  | KeyError()
    #> ('a', 'b') | ('a', 'b') | KeyError('a', 'b')
    #> (5,) | 5 | IndexError(5)
    #> (2, 'gone') | [Errno 2] gone | FileNotFoundError(2, 'gone')
    #> (2, 'gone') | [Errno 2] gone: 'file.txt' | FileNotFoundError(2, 'gone')
    #> (7,) | 7 | StopIteration(7)
    #> (3,) | 3 | SystemExit(3)
    #> ([1],) | [1] | AssertionError([1])
    #> ('u',) | u | UnicodeError('u')
    #> ('no',) | no | ImportError('no')
error = ValueError("x")
error.args = (1, 2)
error.extra = "attribute"
print(error, error.extra, StopIteration(7).value, SystemExit(3).code, SystemExit().code, OSError(2, "gone").errno, OSError(2, "gone", "f").filename)
#> (1, 2) attribute 7 3 None 2 f
