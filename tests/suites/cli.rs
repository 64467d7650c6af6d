//! The command line: what it runs, and what it says when there is nothing sensible to run.
//!
//! Each test starts the simulator of `THREADSNAKE_BIN`; without one the tests pass with a notice.
#![allow(clippy::expect_used, reason = "a test may stop")]

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

/// Exit status when there is nothing to run.
const UNUSABLE: i32 = 2;

/// A folder of its own for a test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = env::temp_dir().join(format!("threadsnake-cli-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a temporary folder can be made");
        Folder(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, bytes).expect("a temporary file can be written");
        path
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The simulator, or none with a notice.
fn simulator() -> Option<Command> {
    let binary = env::var_os("THREADSNAKE_BIN").filter(|value| !value.is_empty());
    if binary.is_none() {
        println!("skipped: THREADSNAKE_BIN is not set");
    }
    let runner = env::var("THREADSNAKE_RUNNER").unwrap_or_default();
    let mut words = runner.split_whitespace();
    let mut command = match words.next() {
        Some(first) => {
            let mut command = Command::new(first);
            command.args(words).arg(binary?);
            command
        }
        None => Command::new(binary?),
    };
    command.stdin(Stdio::null());
    Some(command)
}

/// What a run left behind.
struct Ran {
    status: Option<i32>,
    out: String,
    err: String,
}

fn ran(output: &Output) -> Ran {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ran { status: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
}

fn run<I: AsRef<OsStr>>(words: &[I]) -> Option<Ran> {
    let output = simulator()?.args(words).output().expect("the simulator starts");
    Some(ran(&output))
}

fn run_with_input(words: &[&str], input: &str) -> Option<Ran> {
    let mut command = simulator()?;
    command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the simulator starts");
    let mut stdin = child.stdin.take().expect("input is a pipe");
    stdin.write_all(input.as_bytes()).expect("the simulator reads");
    drop(stdin);
    Some(ran(&child.wait_with_output().expect("the simulator ends")))
}

/// Checks that a run was refused with a message that contains a text.
fn assert_refused(run: Option<Ran>, text: &str) {
    let Some(run) = run else { return };
    assert_eq!(run.status, Some(UNUSABLE), "{}", run.err);
    assert!(run.err.starts_with("threadsnake: "), "{}", run.err);
    assert!(run.err.contains(text), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
}

fn text(path: &Path) -> &str {
    path.to_str().expect("temporary paths are text")
}

#[test]
fn a_file_runs_with_or_without_the_verb() {
    let folder = Folder::new("file");
    let file = folder.file("p.py", "import sys\nprint(sys.argv[1:], __name__)\n");
    for words in
        [&["run", "--quiet", text(&file), "a", "-b"][..], &["--quiet", text(&file), "a", "-b"]]
    {
        let Some(run) = run(words) else { return };
        assert_eq!(
            (run.status, run.out.as_str()),
            (Some(0), "['a', '-b'] __main__\n"),
            "{}",
            run.err
        );
        assert_eq!(run.err, "");
    }
}

#[test]
fn code_and_standard_input_run() {
    let Some(given) = run(&["--quiet", "-c", "import sys; print(sys.argv, 1 + 1)", "x"]) else {
        return;
    };
    assert_eq!(given.out, "['-c', 'x'] 2\n", "{}", given.err);
    let typed = run_with_input(&["--quiet"], "print('typed')\n").expect("there is a simulator");
    assert_eq!((typed.status, typed.out.as_str()), (Some(0), "typed\n"), "{}", typed.err);
    let dash = run_with_input(&["--quiet", "-", "y"], "import sys\nprint(sys.argv)\n");
    assert_eq!(dash.expect("there is a simulator").out, "['-', 'y']\n");
}

#[test]
fn lines_of_input_have_any_length_up_to_the_longest() {
    let program = "\
try:
    while True:
        line = input()
        print(len(line), len(set(line)))
except EOFError:
    print('end')
except OSError as error:
    print(error)
";
    for (last, end) in [(4095, "2048 2\nend\n"), (4096, "input line too long\n")] {
        let lines =
            [0, 127, 128, 129, last].map(|len| "é".repeat(len / 2) + &"x".repeat(len % 2) + "\n");
        let Some(run) = run_with_input(&["--quiet", "-c", program], &lines.concat()) else {
            return;
        };
        let whole = format!("0 0\n64 2\n64 1\n65 2\n{end}");
        assert_eq!(run.out, whole, "{}", run.err);
    }
}

#[test]
fn the_exit_status_is_the_programs() {
    for (code, status, last) in [
        ("pass", 0, ""),
        ("import sys; sys.exit(3)", 3, ""),
        ("import sys; sys.exit()", 0, ""),
        ("raise SystemExit(True)", 1, ""),
        ("raise SystemExit('text')", 1, "text"),
        ("1 / 0", 1, "ZeroDivisionError: division by zero"),
        ("raise KeyboardInterrupt", 130, "KeyboardInterrupt"),
    ] {
        let Some(run) = run(&["--quiet", "-c", code]) else { return };
        assert_eq!(run.status, Some(status), "{code}: {}", run.err);
        assert_eq!(run.err.lines().last().unwrap_or(""), last, "{code}");
    }
}

#[test]
fn the_footprint_is_printed_on_standard_error() {
    let Some(shown) = run(&["-c", "print('x')"]) else { return };
    assert_eq!(shown.out, "x\n");
    for word in
        ["arena", "boot heap", "live", "peak", "largest free", "allocations", "window", "dict"]
    {
        assert!(shown.err.contains(word), "{word} is missing in {}", shown.err);
    }
    let json = run(&["--json", "-c", "print('x')"]).expect("there is a simulator");
    assert_eq!(json.err.lines().count(), 1);
    assert!(json.err.starts_with('{') && json.err.trim_end().ends_with('}'), "{}", json.err);
    assert!(json.err.contains("\"boot_heap_bytes\":"), "{}", json.err);
    let quiet = run(&["--quiet", "-c", "print('x')"]).expect("there is a simulator");
    assert_eq!(quiet.err, "");
}

#[test]
fn little_is_in_use_before_the_first_line() {
    const MOST_BYTES: u32 = 1024;
    let Some(empty) = run(&["--json", "-c", ""]) else { return };
    let (_, rest) = empty.err.split_once("\"boot_heap_bytes\":").expect("the figure is there");
    let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
    let bytes: u32 = digits.parse().expect("it is a number");
    assert!(bytes > 0 && bytes <= MOST_BYTES, "{bytes}");
}

#[test]
fn the_same_program_has_the_same_footprint_every_time() {
    let code = "d = {str(i): [i] * i for i in range(50)}\nprint(len(d))";
    let Some(first) = run(&["--json", "-c", code]) else { return };
    let second = run(&["--json", "-c", code]).expect("there is a simulator");
    assert_eq!(first.err, second.err);
}

#[test]
fn a_missing_file_is_refused() {
    assert_refused(run(&["run", "no/such/file.py"]), "can't open file 'no/such/file.py'");
}

#[test]
fn a_folder_is_refused() {
    let folder = Folder::new("folder");
    assert_refused(run(&[folder.0.as_os_str()]), "is a folder");
}

#[test]
fn a_binary_file_is_a_syntax_error() {
    let folder = Folder::new("binary");
    let file = folder.file("b.py", b"\x7fELF\x02\x01\x01\x00\x00\x00");
    let Some(run) = run(&["run", "--quiet", text(&file)]) else { return };
    assert_eq!(run.status, Some(1));
    assert!(run.err.contains("SyntaxError: source code cannot contain null bytes"), "{}", run.err);
}

#[test]
fn text_that_is_no_utf8_is_a_syntax_error_that_names_the_byte_and_the_line() {
    let folder = Folder::new("utf8");
    let file = folder.file("u.py", b"x = 1\ny = '\xff'\n");
    let Some(run) = run(&["run", "--quiet", text(&file)]) else { return };
    assert_eq!(run.status, Some(1));
    assert!(run.err.contains("SyntaxError: Non-UTF-8 code starting with '\\xff'"), "{}", run.err);
    assert!(run.err.contains("on line 2"), "{}", run.err);
}

#[test]
fn null_bytes_are_a_syntax_error() {
    let folder = Folder::new("null");
    let file = folder.file("n.py", b"x = 1\0\n");
    let Some(run) = run(&["run", "--quiet", text(&file)]) else { return };
    assert_eq!(run.status, Some(1));
    assert!(
        run.err.ends_with("SyntaxError: source code cannot contain null bytes\n"),
        "{}",
        run.err
    );
}

#[test]
fn an_arena_below_the_minimum_is_refused_with_the_minimum() {
    let Some(refused) = run(&["--heap", "1000", "-c", "pass"]) else { return };
    assert_refused(Some(refused), "at least 2048 bytes");
    let smallest =
        run(&["--quiet", "--heap", "2048", "-c", "print(1)"]).expect("there is a simulator");
    assert_eq!((smallest.status, smallest.out.as_str()), (Some(0), "1\n"), "{}", smallest.err);
}

#[test]
fn sizes_that_are_none_are_refused() {
    for size in ["", "x", "12 cows", "-5", "99GiB"] {
        let Some(run) = run(&["--heap", size, "-c", "pass"]) else { return };
        assert_eq!(run.status, Some(UNUSABLE), "{size:?}: {}", run.err);
        assert!(run.err.contains("--heap"), "{size:?}: {}", run.err);
    }
}

#[test]
fn exhausted_memory_is_a_memory_error_with_traceback_and_footprint() {
    let folder = Folder::new("memory");
    let file = folder.file("m.py", "x = []\nwhile True:\n    x.append('y' * 500)\n");
    let Some(run) = run(&["run", "--heap", "64KiB", text(&file)]) else { return };
    assert_eq!(run.status, Some(1));
    assert!(run.err.starts_with("Traceback (most recent call last):\n"), "{}", run.err);
    assert!(run.err.contains("line 3, in <module>"), "{}", run.err);
    assert!(run.err.contains("\nMemoryError\n"), "{}", run.err);
    assert!(run.err.contains("\nfootprint"), "{}", run.err);
}

#[test]
fn endless_recursion_ends_with_an_error() {
    let Some(run) = run(&["--heap", "1MiB", "-c", "def f(): f()\nf()"]) else { return };
    assert_eq!(run.status, Some(1), "{}", run.err);
    let is_error =
        |line: &str| line.starts_with("MemoryError") || line.starts_with("RecursionError");
    assert!(run.err.lines().any(is_error), "{}", run.err);
    assert!(run.err.contains("Previous line repeated"), "{}", run.err);
}

/// Loops whose tests, and all that they do, have a short way through the machine.
const ENDLESS_LOOPS: [&str; 7] = [
    "while True: pass",
    "def f():\n  i = 0\n  while i < 5: i = 1\nf()",
    "def f(x):\n  while x: pass\nf([1])",
    "def f(x):\n  while x is None: pass\nf(None)",
    "def f(x):\n  while x in 'abc' and x == 'a': pass\nf('a')",
    "def f(x):\n  while not x: continue\nf(0)",
    "def f(x):\n  while True:\n    try:\n      while x < 2.5: x = 1\n    finally: pass\nf(1)",
];

#[test]
fn an_endless_loop_ends_with_its_budget() {
    for code in ENDLESS_LOOPS {
        let Some(run) = run(&["--quiet", "--budget", "100000", "-c", code]) else { return };
        assert_eq!(run.status, Some(124), "{code}");
        assert_eq!(run.err, "threadsnake: the budget of 100000 is used up\n");
    }
}

#[test]
fn deeply_nested_source_is_a_clean_error() {
    let folder = Folder::new("nested");
    let deep = 100_000;
    for (name, source) in [
        ("parens.py", format!("x = {}1{}\n", "(".repeat(deep), ")".repeat(deep))),
        ("lists.py", format!("x = {}{}\n", "[".repeat(deep), "]".repeat(deep))),
        ("minus.py", format!("x = {}1\n", "-".repeat(deep))),
        ("plus.py", format!("x = 1{}\n", " + 1".repeat(deep))),
        ("not.py", format!("x = {}1\n", "not ".repeat(deep))),
        ("calls.py", format!("x = f{}\n", "()".repeat(deep))),
        ("dots.py", format!("x = f{}\n", ".a".repeat(deep))),
    ] {
        let file = folder.file(name, source);
        let Some(run) = run(&["run", "--quiet", text(&file)]) else { return };
        assert!(run.status.is_some(), "{name} ended by a signal: {}", run.err);
        assert!(run.status == Some(0) || run.err.contains("Error"), "{name}: {}", run.err);
    }
}

/// Compiles a small program to an image.
fn image(folder: &Folder) -> Option<Vec<u8>> {
    let file = folder.file("i.py", "def f(n):\n    return n * 2\nprint(f(21), __file__)\n");
    let image = folder.path("i.tsi");
    let output = run(&["compile", text(&file), "-o", text(&image)])?;
    assert_eq!((output.status, output.err.as_str()), (Some(0), ""));
    Some(fs::read(image).expect("the image was written"))
}

#[test]
fn an_image_does_what_its_source_does() {
    let folder = Folder::new("image");
    let Some(bytes) = image(&folder) else { return };
    let file = folder.file("copy.bin", bytes);
    let ran = run(&["run", "--quiet", text(&file)]).expect("there is a simulator");
    let wanted = format!("42 {}\n", text(&folder.path("i.py")));
    assert_eq!((ran.status, ran.out), (Some(0), wanted), "{}", ran.err);
    let listing = run(&["disasm", text(&file)]).expect("there is a simulator");
    assert!(listing.out.contains("f(n)") && listing.out.contains("Return"), "{}", listing.out);
    let same = run(&["disasm", text(&folder.path("i.py"))]).expect("there is a simulator");
    assert_eq!(same.out, listing.out);
}

#[test]
fn an_image_of_another_version_names_both_versions() {
    let folder = Folder::new("version");
    let Some(mut bytes) = image(&folder) else { return };
    // The simulator may be one of the other byte order: its images begin with "TSNK" then, not "KNST".
    let is_big = bytes.starts_with(b"TSNK");
    let field = [bytes[4], bytes[5], bytes[6], bytes[7]];
    let version = if is_big { u32::from_be_bytes(field) } else { u32::from_le_bytes(field) };
    let other = version + 7;
    let other = if is_big { other.to_be_bytes() } else { other.to_le_bytes() };
    bytes[4..8].copy_from_slice(&other);
    let file = folder.file("v.tsi", bytes);
    let refused = run(&["run", text(&file)]).expect("there is a simulator");
    assert!(refused.err.contains(&format!("version {}", version + 7)), "{}", refused.err);
    assert_refused(Some(refused), &format!("version {version}"));
}

#[test]
fn truncated_and_damaged_images_are_refused() {
    let folder = Folder::new("damaged");
    let Some(bytes) = image(&folder) else { return };
    for len in [4, 8, 40, bytes.len() / 2, bytes.len() - 4, bytes.len() - 1] {
        let file = folder.file("short.tsi", &bytes[..len]);
        assert_refused(run(&["run", text(&file)]), "image");
    }
    for at in (0..bytes.len()).step_by(97).skip(1) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        let file = folder.file("damaged.tsi", damaged);
        assert_refused(run(&["run", text(&file)]), "image");
    }
    let mut other = bytes;
    other[..4].reverse();
    let file = folder.file("other.tsi", other);
    assert_refused(run(&["disasm", text(&file)]), "byte order");
}

#[test]
fn a_syntax_error_stops_compile_without_an_image() {
    let folder = Folder::new("compile");
    let file = folder.file("s.py", "x = = 1\n");
    let image = folder.path("s.tsi");
    let Some(run) = run(&["compile", text(&file), "-o", text(&image)]) else { return };
    assert_eq!(run.status, Some(1));
    assert!(run.err.ends_with("SyntaxError: invalid syntax\n"), "{}", run.err);
    assert!(!image.exists());
}

#[cfg(unix)]
fn interrupt(child: &Child) {
    let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(status.is_ok_and(|status| status.success()));
}

#[cfg(unix)]
#[test]
fn control_c_is_a_keyboard_interrupt_with_status_130() {
    for code in [
        "print('on', flush=True)\nwhile True: pass",
        "print('on', flush=True)\nimport time\ntime.sleep(60)",
    ] {
        let Some(mut command) = simulator() else { return };
        command.args(["--quiet", "-c", code]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the simulator starts");
        let mut out = child.stdout.take().expect("output is a pipe");
        let mut buffer = [0; 3];
        std::io::Read::read_exact(&mut out, &mut buffer).expect("the program has begun");
        std::thread::sleep(Duration::from_millis(50));
        interrupt(&child);
        let ran = ran(&child.wait_with_output().expect("the simulator ends"));
        assert_eq!(ran.status, Some(130), "{}", ran.err);
        assert!(ran.err.ends_with("KeyboardInterrupt\n"), "{}", ran.err);
    }
}

/// Single operations that take as long as a script likes.
const LONG_OPERATIONS: &[&str] = &[
    "x = 3 ** 300000\nwhile True: x * x",
    "x = 3 ** 300000\nx ** 200",
    "pow(7 ** 20000, 7 ** 20000, 11 ** 20000)",
    "import math\nmath.factorial(10 ** 6)",
    "hex(1 << 3000000)\nwhile True: int('9' * 4300)",
    "x = [str(n * 7919 % 1000003) for n in range(300000)]\nwhile True: sorted(x)",
    "x = [(n % 7, 'name') for n in range(100000)]\nwhile True: sorted(x, reverse=True)",
    "1.5 in range(10 ** 12)",
    "t = ()\nfor n in range(9): t = (t,) * 16\nhash(t)",
    "x = [1.5] * 1000000\nwhile True: x.count(2.5)",
    "x = 'ab' * 1000000\nwhile True: x.replace('b', 'cd')",
    "x = ('a' * 1000 + 'b') * 1000\nwhile True: x.count('a' * 700 + 'c')",
    "x = ['abc'] * 1000000\nwhile True: ''.join(x)",
    "x = {n: n for n in range(100000)}\nwhile True: dict(x)",
    "x = set(range(100000))\nwhile True: x | {1}",
    "x = [1] * 1000000\nwhile True: sum(x)",
    "x = [[]] * 1000000\nwhile True: max(x)",
];

#[test]
fn long_operations_end_with_the_budget() {
    for code in LONG_OPERATIONS {
        let args = ["--quiet", "--heap", "256MiB", "--budget", "5000000", "-c", code];
        let Some(ran) = run(&args) else { return };
        assert_eq!(ran.status, Some(124), "{code}\n{}", ran.err);
    }
}

#[test]
fn what_no_memory_can_hold_is_refused_before_it_is_made() {
    for code in ["pow(3, 10 ** 9)", "list(range(10 ** 9))", "'a' * 10 ** 9", "10 ** 10 ** 10"] {
        let Some(ran) = run(&["--quiet", "--budget", "1000", "-c", code]) else { return };
        assert_eq!(ran.status, Some(1), "{code}");
        assert!(ran.err.ends_with("MemoryError\n"), "{code}\n{}", ran.err);
    }
}

#[test]
fn what_is_bounded_by_arithmetic_takes_no_time() {
    let code = "print(sum(range(10 ** 12)), 10 ** 11 in range(10 ** 12))";
    let Some(ran) = run(&["--quiet", "--budget", "1000", "-c", code]) else { return };
    assert_eq!((ran.status, ran.out.as_str()), (Some(0), "499999999999500000000000 True\n"));
}

#[cfg(unix)]
#[test]
fn control_c_ends_long_operations() {
    for code in LONG_OPERATIONS {
        let Some(mut command) = simulator() else { return };
        let code = format!("print('on', flush=True)\n{code}");
        command.args(["--quiet", "--heap", "256MiB", "-c", &code]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the simulator starts");
        let mut out = child.stdout.take().expect("output is a pipe");
        let mut buffer = [0; 3];
        std::io::Read::read_exact(&mut out, &mut buffer).expect("the program has begun");
        std::thread::sleep(Duration::from_millis(300));
        interrupt(&child);
        let sent = Instant::now();
        let ran = ran(&child.wait_with_output().expect("the simulator ends"));
        let took = sent.elapsed();
        assert_eq!(ran.status, Some(130), "{code}\n{}", ran.err);
        assert!(took < Duration::from_secs(3), "{code}\ntook {took:?}");
    }
}

#[test]
fn a_closed_output_pipe_ends_the_program_without_a_crash() {
    let Some(mut command) = simulator() else { return };
    command.args(["--quiet", "-c", "while True: print('line of text')"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the simulator starts");
    drop(child.stdout.take());
    let ran = ran(&child.wait_with_output().expect("the simulator ends"));
    assert!(matches!(ran.status, Some(1 | 120)), "{:?} {}", ran.status, ran.err);
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    assert!(ran.err.contains("BrokenPipeError"), "{}", ran.err);
}
