//! Which natives have been called: each row of the tables gets a function that remembers it.
//!
//! A function cannot tell through which row it was called, so there is one for each number.
//!
//! Not here: the tables (crate `natives`).

use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use threadsnake_heap::Value;
use threadsnake_natives::{ROWS, TABLES};
use threadsnake_objects::cx::{Cx, Exit, NativeResult};
use threadsnake_objects::native::{NativeDef, NativeFn, Owner};
use threadsnake_objects::types::TypeRow;
use threadsnake_sim::runtime::Runtime;

/// More than there are natives.
const MOST: usize = 2000;

static CALLED: [AtomicBool; MOST] = [const { AtomicBool::new(false) }; MOST];

/// Calls the `N`-th native.
fn watched<const N: usize>(cx: &mut Cx, args: &[Value]) -> NativeResult {
    CALLED[N].store(true, Ordering::Relaxed);
    match rows().get(N) {
        Some(row) => (row.func)(cx, args),
        None => Err(Exit::Raise),
    }
}

macro_rules! numbered {
    ($($hundreds:literal)*) => { [$(numbered!(@ $hundreds * 100; 0 1 2 3 4 5 6 7 8 9)),*] };
    (@ $from:expr; $($tens:literal)*) => { [$(numbered!(@@ $from + $tens * 10)),*] };
    (@@ $from:expr) => {
        [
            watched::<{ $from }> as NativeFn,
            watched::<{ $from + 1 }>,
            watched::<{ $from + 2 }>,
            watched::<{ $from + 3 }>,
            watched::<{ $from + 4 }>,
            watched::<{ $from + 5 }>,
            watched::<{ $from + 6 }>,
            watched::<{ $from + 7 }>,
            watched::<{ $from + 8 }>,
            watched::<{ $from + 9 }>,
        ]
    };
}

static WATCHED: [[[NativeFn; 10]; 10]; MOST / 100] =
    numbered!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19);

/// All natives, in the order of the tables.
fn rows() -> &'static [NativeDef] {
    static ALL: OnceLock<Vec<NativeDef>> = OnceLock::new();
    ALL.get_or_init(|| ROWS.iter().flat_map(|table| table.iter().copied()).collect())
}

/// Lets a machine remember which natives it calls.
pub fn watch(runtime: &mut Runtime) {
    static TABLES: OnceLock<Vec<&'static [NativeDef]>> = OnceLock::new();
    runtime.vm.cx.natives = TABLES.get_or_init(|| {
        let mut functions = WATCHED.iter().flatten().flatten();
        let mut watched = |row: &NativeDef| {
            let func = functions.next().copied().unwrap_or(row.func);
            NativeDef { func, ..*row }
        };
        ROWS.iter()
            .map(|table| &*table.iter().map(&mut watched).collect::<Vec<_>>().leak())
            .collect()
    });
}

/// No program can have a coroutine: `async def` is refused.
const UNREACHABLE: &str = "coroutine.";

/// How many natives a program can call, and those that no watched machine has called. A table that several types share
/// counts once.
pub fn uncalled() -> (usize, Vec<String>) {
    let mut called = CALLED.iter().map(|called| called.load(Ordering::Relaxed));
    let mut natives: Vec<(*const NativeDef, String, bool)> = Vec::new();
    for table in TABLES {
        for (row, text) in table.rows.iter().zip(table.names) {
            let is_called = called.next().unwrap_or(false);
            match natives.iter_mut().find(|(place, ..)| std::ptr::eq(*place, row)) {
                Some((.., was_called)) => *was_called |= is_called,
                None => natives.push((row, name(&table.owner, text), is_called)),
            }
        }
    }
    natives.retain(|(_, name, _)| !name.starts_with(UNREACHABLE));
    let missing = natives.iter().filter(|(.., is_called)| !is_called);
    (natives.len(), missing.map(|(_, name, _)| name.clone()).collect())
}

fn name(owner: &Owner, text: &str) -> String {
    let owner = match owner {
        Owner::Type(class) => TypeRow::of(*class).map_or("?", |row| row.name),
        Owner::Builtins => "builtins",
        Owner::Module(name) => name,
    };
    format!("{owner}.{text}")
}
