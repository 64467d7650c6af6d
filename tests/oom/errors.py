# What exceptions carry, and the frames and places of tracebacks.
def caught(call):
    try:
        call()
    except Exception as error:
        return error
caught(lambda: open("/no/such/file"))
e = OSError(2, "text", "a", None, "b")
e.filename, e.filename2, e.strerror, str(e)
e = ImportError("text", name="n", path="p")
e.msg, e.name, e.path, str(e)
e = caught(lambda: compile("x = = 1", "f", "exec"))
e.msg, e.filename, e.lineno, e.offset, e.text, str(e)
e = caught(lambda: b"\xff".decode())
e.encoding, e.object, e.start, e.end, e.reason, str(e)
e = caught(lambda: "\xe9".encode("ascii"))
e.encoding, e.object, e.start, e.end, e.reason, str(e)
e = caught(lambda: [].nothing)
e.name, e.obj, str(e)
e = caught(lambda: nothing)
e.name, str(e)
e = StopIteration(5)
e.value
e = SystemExit(3)
e.code
e = KeyError("k")
str(e), repr(e), e.__reduce__() if hasattr(e, "__reduce__") else 0
e.add_note("note"), e.__notes__, e.with_traceback(None), e.__setstate__({"a": 1}) if hasattr(e, "__setstate__") else 0
e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__, e.args
e.args = (1, 2)
e.__cause__ = None
e.__context__ = None
e.__suppress_context__ = True
e.__traceback__ = None
try:
    1 // 0
except ZeroDivisionError as error:
    place = error.__traceback__
    if place is not None:
        place.tb_lasti, place.tb_lineno, place.tb_next, place.tb_frame
        frame = place.tb_frame
        frame.f_back, frame.f_lineno, frame.f_locals, frame.f_globals, frame.f_code
        try:
            frame.clear()
        except RuntimeError:
            pass
for made in (UnicodeTranslateError("abc", 1, 2, "why"), UnicodeTranslateError("abc", 0, 2, "why")):
    str(made), made.object, made.start, made.end, made.reason
import sys
breakpoint()
sys.breakpointhook()
sys.__breakpointhook__()
sys.breakpointhook = lambda *args, **names: None
breakpoint(1, a=2)
sys._getframe().f_lasti, (lambda: a.b(c)).__code__.co_names
staticmethod(len).__func__, staticmethod(lambda: 0).__name__, classmethod(lambda: 0).__name__
