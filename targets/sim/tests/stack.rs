//! Native stack by painting: a machine runs on a stack that was painted before, and what lost its paint was used.
//!
//! Whatever a script does, it is the same small amount. Sources are compiled elsewhere, but for the one that
//! is about compiling.
//!
//! Not here: the budgets of profiles, with the shipped binary (xtask/src/budget.rs).
#![cfg(unix)]
#![allow(unsafe_code, reason = "a thread gets a stack of our own")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop")]

mod common;

use common::Quiet;
use std::alloc::{Layout, alloc, dealloc};
use std::ffi::c_void;
use std::ptr;
use threadsnake_sim::machine::{Config, with_machine};
use threadsnake_sim::runtime::Ending;
use threadsnake_sim::runtime::tools::Endian;

/// Bytes of the painted stack: far more than is to be used.
const STACK_BYTES: usize = 8 << 20;
/// A page; stacks start at one.
const PAGE_BYTES: usize = 4096;
/// The paint.
const PAINT: u8 = 0xA5;
/// Arena of the programs.
const ARENA_BYTES: u32 = 64 << 20;
/// The most that running may take, whatever the script does. Tests are not optimized like the binary, whose
/// bound is the profile's `budget.native-stack-bytes`.
const RUNNING_MAX_BYTES: usize = 64 << 10;
/// The most that compiling may take.
const COMPILING_MAX_BYTES: usize = 1 << 20;

struct Work<'w>(Option<Box<dyn FnOnce() + 'w>>);

extern "C" fn start(work: *mut c_void) -> *mut c_void {
    // SAFETY: it is the `Work` that `painted` keeps until the thread is joined, and used by nobody else.
    let work = unsafe { &mut *work.cast::<Work>() };
    if let Some(work) = work.0.take() {
        work();
    }
    ptr::null_mut()
}

/// Runs something on a painted stack; the bytes of it that were used.
fn painted<'w>(work: impl FnOnce() + 'w) -> usize {
    let layout = Layout::from_size_align(STACK_BYTES, PAGE_BYTES).unwrap();
    let mut work = Work(Some(Box::new(work)));
    // SAFETY: the layout has a size; the block is painted whole before anything reads it, lives until the thread
    // that stands in it is joined, and is read only after that.
    unsafe {
        let stack = alloc(layout);
        assert!(!stack.is_null());
        stack.write_bytes(PAINT, STACK_BYTES);
        let mut attributes = std::mem::zeroed();
        assert_eq!(libc::pthread_attr_init(&mut attributes), 0);
        assert_eq!(libc::pthread_attr_setstack(&mut attributes, stack.cast(), STACK_BYTES), 0);
        let mut thread = std::mem::zeroed();
        let argument = (&raw mut work).cast();
        assert_eq!(libc::pthread_create(&mut thread, &attributes, start, argument), 0);
        assert_eq!(libc::pthread_join(thread, ptr::null_mut()), 0);
        libc::pthread_attr_destroy(&mut attributes);
        let bytes = std::slice::from_raw_parts(stack, STACK_BYTES);
        let clean = bytes.iter().take_while(|&&byte| byte == PAINT).count();
        dealloc(stack, layout);
        STACK_BYTES - clean
    }
}

/// What a thread uses that does nothing.
fn nothing() -> usize {
    painted(|| {})
}

fn machine() -> Config {
    Config { heap_bytes: ARENA_BYTES, ..Config::default() }
}

/// The native stack that running a program takes; it must end well, and is compiled on another stack.
fn running(program: &str) -> usize {
    let mut image = Vec::new();
    let mut receive = |part: &[u8]| image.extend_from_slice(part);
    with_machine(&machine(), &mut Quiet::default(), |runtime| {
        runtime.compile_image(program.as_bytes(), "<program>", Endian::HOST, &mut receive).unwrap();
    })
    .unwrap();
    let mut platform = Quiet::default();
    let mut ending = None;
    let used = painted(|| {
        let ran = with_machine(&machine(), &mut platform, |runtime| runtime.run_image(&image));
        ending = ran.unwrap().ok();
    });
    assert_eq!(ending, Some(Ending::Done), "{}", String::from_utf8_lossy(&platform.err));
    used - nothing()
}

#[test]
fn recursion_takes_no_native_stack() {
    let of_depth = |depth: u32| {
        running(&format!(
            "def f(n): return 0 if n == 0 else 1 + f(n - 1)\nassert f({depth}) == {depth}\n"
        ))
    };
    let (shallow, deep) = (of_depth(10), of_depth(10_000));
    println!("ran 10 and 10,000 calls in each other in {shallow} and {deep} bytes of native stack");
    assert_eq!(shallow, deep);
}

#[test]
fn one_constant_bounds_whatever_a_script_does() {
    let programs = [
        (
            "sorted through its key",
            "def key(n): return n and sorted([n - 1], key=key)[0]\nassert sorted([2000], key=key) == [2000]\n",
        ),
        (
            "__eq__ in a dict",
            "class K:\n    def __init__(self, n): self.n = n\n    def __hash__(self): return 1\n    \
             def __eq__(self, other):\n        if self.n == 0: return True\n        \
             return {K(self.n - 1): 1}[K(0)] == 1\nassert {K(2000): 2}[K(1)] == 2\n",
        ),
        (
            "generators in each other",
            "def nest(n):\n    yield n\n    if n: yield from nest(n - 1)\nassert len(list(nest(1000))) == 1001\n",
        ),
        ("deep destruction", "x = []\nfor i in range(100000): x = [x]\nx = None\n"),
        ("deep repr", "x = []\nfor i in range(5000): x = [x]\nassert len(repr(x)) == 10002\n"),
        (
            "deep comparison",
            "x = []\ny = []\nfor i in range(5000): x, y = [x], [y]\nassert x == y\n",
        ),
        (
            "deep json",
            "import json\nx = []\nfor i in range(500): x = [x]\ntext = json.dumps(x)\nassert json.loads(text) == x\n",
        ),
    ];
    for (what, program) in programs {
        let used = running(program);
        println!("ran {what} in {used} bytes of native stack");
        assert!(used <= RUNNING_MAX_BYTES, "{what} takes {used} bytes");
    }
}

#[test]
fn the_deepest_source_has_a_bound_of_its_own() {
    let mut most = 0;
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{0: ", "}"),
        ("f(", ")"),
        ("-", ""),
        ("not ", ""),
        ("lambda: ", ""),
    ] {
        for depth in [50, 90, 150, 190, 1000, 100_000] {
            let source = format!("x = {}1{}\n", open.repeat(depth), close.repeat(depth));
            let mut platform = Quiet::default();
            let used = painted(|| {
                with_machine(&machine(), &mut platform, |runtime| {
                    runtime.run_source(source.as_bytes(), "<deep>", None)
                })
                .unwrap();
            });
            most = most.max(used - nothing());
        }
    }
    println!("ran deeply nested sources in {most} bytes of native stack");
    assert!(most <= COMPILING_MAX_BYTES, "{most} bytes");
}
