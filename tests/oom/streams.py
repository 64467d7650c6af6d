# The members of the streams, and what sys, gc and time tell.
import sys, gc, time, builtins
for stream in (sys.stdin, sys.stdout, sys.stderr):
    stream.__enter__(), stream.__repr__(), stream.closed, stream.encoding, stream.errors, stream.fileno()
    stream.isatty(), stream.mode, stream.name, stream.readable(), stream.writable(), stream.flush(), stream.__iter__()
    stream.__exit__(None, None, None)
sys.stdin.read(), sys.stdin.readline(), sys.stdin.readlines(), list(sys.stdin)
try:
    sys.stdin.__next__()
except StopIteration:
    pass
try:
    input("? ")
except EOFError:
    pass
sys.stdout.write("x"), sys.stdout.writelines(["y", "\n"]), sys.stdin.close()
class Text:
    def __str__(self): return "text"
print(Text(), flush=True)
print("a", 1, sep="-", end="\n", file=sys.stdout, flush=True)
sys.displayhook(5), getattr(builtins, "__displayhook__", repr)(5), sys.exc_info(), sys.exception(), sys.getdefaultencoding(), sys.getfilesystemencoding()
sys.getrefcount(sys), sys.is_finalizing(), sys.getrecursionlimit(), sys.setrecursionlimit(5000), sys.getsizeof([])
sys.intern("so" + "me"), sys._getframe()
getattr(sys, "exc_clear", list)()
gc.collect(), gc.freeze(), gc.unfreeze(), gc.get_count(), gc.get_threshold(), gc.is_tracked([]), gc.isenabled()
gc.set_threshold(700), gc.disable(), gc.enable()
if hasattr(gc, "mem_alloc"):
    gc.mem_alloc(), gc.mem_free(), gc.step(), gc.step(10)
time.monotonic(), time.monotonic_ns(), time.perf_counter(), time.perf_counter_ns(), time.process_time()
time.process_time_ns(), time.thread_time(), time.thread_time_ns(), time.time(), time.time_ns(), time.sleep(0)
