#!/usr/bin/env python3
"""Writes the expectations of language tests from what CPython 3.11 does.

    python3 tests/bless.py FILE...

In py/, limits/ and programs that carry `#>` comments: every output line is written as a `#>`
comment after the statement that printed it, and `#! Type: message` after the statement whose
exception ended the program. In errors/ the `#! line N: ...` comment is written at the top.
In traceback/ the `.err` file and in programs/ and bench/ the `.out` file is written. Each file is
then run a second time, plainly, and what was written must match.

Not here: differs/ (CPython disagrees by definition) and files marked `# oracle: none, ...`, which
CPython cannot run; their expectations are written by hand.
"""
import ast
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = [sys.executable, "-E", "-s", "-S", "-B"]
MARK = re.compile(r"[ \t]*#[>!](?: .*)?$")
WIDEST_TRAILING = 100

# Runs a program while noting which line of the main module was being executed at each write.
DRIVER = r"""
import sys
path, report = sys.argv[1:3]
del sys.argv[1:3]
sys.argv[0] = path
import os
sys.path.insert(0, os.path.dirname(path))
notes = []
class Out:
    encoding = "utf-8"
    def write(self, text):
        frame, line = sys._getframe(1), 0
        while frame:
            if frame.f_code.co_name == "<module>" and frame.f_code.co_filename == path:
                line = frame.f_lineno
            frame = frame.f_back
        notes.append((line, text))
        return len(text)
    def flush(self):
        pass
end = None
code = compile(open(path, encoding="utf-8").read(), path, "exec")
sys.stdout = Out()
import types
main = types.ModuleType("__main__")
main.__file__ = path
main.__builtins__ = __builtins__
sys.modules["__main__"] = main
try:
    exec(code, main.__dict__)
except BaseException as error:
    trace, line = error.__traceback__, 0
    while trace:
        if trace.tb_frame.f_code.co_filename == path and trace.tb_frame.f_code.co_name == "<module>":
            line = trace.tb_lineno
        trace = trace.tb_next
    text = type(error).__name__
    if type(error).__module__ not in ("builtins", "__main__"):
        text = type(error).__module__ + "." + text
    elif type(error).__module__ == "__main__":
        text = "__main__." + type(error).__qualname__
    if isinstance(error, SystemExit):
        end = (line, "exit: %s" % (0 if error.code is None else error.code if isinstance(error.code, int) else 1))
    else:
        end = (line, text + (": " + str(error) if str(error) else ""))
    del error, trace
names = list(main.__dict__)
for name in names:
    if not name.startswith("__"):
        main.__dict__.pop(name, None)
import gc
gc.collect()
sys.stdout = sys.__stdout__
open(report, "w", encoding="utf-8").write(repr((notes, end)))
"""


def run(path, *arguments):
    command = PYTHON + [path, *arguments]
    return subprocess.run(command, capture_output=True, timeout=120, cwd=HERE)


def without_marks(text):
    """The program without its expectations."""
    lines = []
    for line in text.split("\n"):
        bare = MARK.sub("", line)
        if bare == "" and line.strip() != "":
            continue
        lines.append(bare)
    return "\n".join(lines).rstrip("\n") + "\n"


def trace_output(path, text):
    """[(module line, output line)] and the exception that ended the program."""
    report = "/tmp/bless-%d.report" % os.getpid()
    source = os.path.join(os.path.dirname(path), ".bless_%d.py" % os.getpid())
    with open(source, "w", encoding="utf-8") as file:
        file.write(text)
    try:
        done = subprocess.run(PYTHON + ["-c", DRIVER, source, report], capture_output=True, timeout=120)
        if done.returncode:
            raise SystemExit("%s: %s" % (path, done.stderr.decode()))
        with open(report, encoding="utf-8") as file:
            notes, end = ast.literal_eval(file.read())
    finally:
        os.unlink(source)
        if os.path.exists(report):
            os.unlink(report)
    lines, pending, start = [], "", None
    for line, piece in notes:
        while True:
            if start is None:
                start = line
            head, newline, piece = piece.partition("\n")
            pending += head
            if not newline:
                break
            lines.append((start, pending))
            pending, start = "", None
            if not piece:
                break
    if pending:
        lines.append((start, pending))
    return lines, end


def anchors(text):
    """A function from (line, first, last) of outputs to the line they are written after."""
    tree = ast.parse(text)
    last_line = text.count("\n")
    simple = []
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and not hasattr(node, "body"):
            simple.append((node.lineno, node.end_lineno))
    simple.sort()

    def top_of(line):
        for node in tree.body:
            if node.lineno - len(getattr(node, "decorator_list", ())) <= line <= node.end_lineno:
                return node
        return None

    def anchor(line):
        for first, last in simple:
            if first <= line <= last:
                return last
        top = top_of(line)
        return top.end_lineno if top else last_line

    return top_of, anchor, last_line


def place(text, outputs, end):
    top_of, anchor, last_line = anchors(text)
    placed = []
    index = 0
    while index < len(outputs):
        top = top_of(outputs[index][0])
        group = []
        while index < len(outputs) and top_of(outputs[index][0]) is top:
            group.append(outputs[index])
            index += 1
        spots = [anchor(line) for line, _ in group]
        if spots != sorted(spots):
            spots = [top.end_lineno if top else last_line] * len(group)
        placed += list(zip(spots, (text for _, text in group)))
    for earlier, later in zip(placed, placed[1:]):
        if earlier[0] > later[0]:
            raise SystemExit("output order does not follow the file")
    after = {}
    for spot, output in placed:
        after.setdefault(spot, []).append("#> " + output if output.rstrip() else "#>")
    if end:
        after.setdefault(anchor(end[0]), []).append("#! " + end[1])
    lines = []
    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        marks = after.get(number, [])
        short = len(marks) == 1 and "#" not in line and len(line) + len(marks[0]) + 2 <= WIDEST_TRAILING
        if short and not line.rstrip().endswith("\\"):
            lines.append(line + "  " + marks[0].rstrip())
            continue
        lines.append(line)
        indent = line[: len(line) - len(line.lstrip())]
        lines += [indent + mark.rstrip() for mark in marks]
    return "\n".join(lines) + "\n"


def expected(text):
    return [m.group(1) for m in re.finditer(r"#>(?: (.*?))?[ \t]*$", text, re.M)]


def check(path, text):
    done = run(path)
    want = "\n".join(line or "" for line in expected(text))
    have = "\n".join(line.rstrip() for line in done.stdout.decode().rstrip("\n").split("\n"))
    if want != have:
        raise SystemExit("%s: a plain run differs:\n%s\n--- not\n%s" % (path, have, want))
    marks = re.findall(r"#! (.*)$", text, re.M)
    if marks and not marks[0].startswith("exit:"):
        last = done.stderr.decode().rstrip("\n").split("\n")[-1]
        if last not in (marks[0], marks[0].replace("__main__.", "")):
            raise SystemExit("%s: a plain run ends with %r" % (path, last))
    elif not marks and done.returncode:
        raise SystemExit("%s: a plain run fails: %s" % (path, done.stderr.decode()))


def bless_language(path, text):
    bare = without_marks(text)
    result = place(bare, *trace_output(path, bare)).replace("#! __main__.", "#! ")
    return result


def bless_error(path, text):
    lines = [line for line in text.split("\n") if not line.startswith("#! ")]
    for attempt in range(2):
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write("\n".join(lines))
        stderr = run(path).stderr.decode()
        number = re.findall(r'File ".*", line (\d+)', stderr)
        message = stderr.rstrip("\n").split("\n")[-1]
        if "Error" not in message or not number:
            raise SystemExit("%s: compiles" % path)
        mark = "#! line %s: %s" % (number[-1], message)
        if attempt == 0:
            lines.insert(1, mark)
    lines[1] = mark
    return "\n".join(lines)


def bless(path):
    path = os.path.abspath(path)
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    if re.search(r"^# oracle: none", text, re.M):
        return
    kind = os.path.relpath(path, HERE).split(os.sep)[0]
    if kind == "differs":
        return
    if kind in ("programs", "bench"):
        done = run(path)
        if done.returncode:
            raise SystemExit("%s: %s" % (path, done.stderr.decode()))
        write(path[:-3] + ".out", done.stdout.decode())
    elif kind == "traceback":
        stderr = run(path).stderr.decode()
        write(path[:-3] + ".err", re.sub(r'File ".*/tests/', 'File "', stderr))
    elif kind == "errors":
        write(path, bless_error(path, text))
    else:
        result = bless_language(path, text)
        write(path, result)
        check(path, result)


def write(path, text):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


if __name__ == "__main__":
    failed = 0
    for name in sys.argv[1:]:
        try:
            bless(name)
        except (SystemExit, SyntaxError, subprocess.TimeoutExpired) as problem:
            failed += 1
            print("%s: %s" % (name, problem))
    sys.exit(1 if failed else 0)
