//! Methods of the builtin types and functions of `math`, called directly and compared with CPython.
//!
//! cases.tsv is written by make.py. A native that leaves the work to the prelude is not followed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop")]

mod machine;

use std::collections::HashMap;
use threadsnake_heap::{Value, kind};
use threadsnake_natives::TABLES;
use threadsnake_objects::complex::{self, Complex};
use threadsnake_objects::cx::{Cx, Exit};
use threadsnake_objects::native::{NativeDef, Owner, Role};
use threadsnake_objects::{
    bytearray, bytes, class, exception, float, int, list, prelude, repr, str, tuple, types,
};

fn unhex(text: &str) -> Vec<u8> {
    (0..text.len() / 2)
        .map(|at| u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).unwrap())
        .collect()
}

fn double(bytes: &[u8]) -> f64 {
    f64::from_be_bytes(bytes.try_into().unwrap())
}

fn values(cx: &mut Cx, text: &str) -> Vec<Value> {
    text.split(';').filter(|item| !item.is_empty()).map(|item| value(cx, item)).collect()
}

/// The value that an argument stands for (owned).
fn value(cx: &mut Cx, tagged: &str) -> Value {
    let rest = &tagged[1..];
    match tagged.as_bytes()[0] {
        b'n' => Value::NONE,
        b't' => Value::TRUE,
        b'f' => Value::FALSE,
        b'i' => {
            let text = str::new(cx, rest.as_bytes()).unwrap();
            let parsed = int::text::parse_str(cx, text.as_ref(), 16).unwrap();
            cx.heap.dec(text);
            parsed
        }
        b'd' => float::new(cx, double(&unhex(rest))).unwrap(),
        b'c' => {
            let parts = unhex(rest);
            complex::new(cx, Complex { re: double(&parts[..8]), im: double(&parts[8..]) }).unwrap()
        }
        b's' => str::new(cx, &unhex(rest)).unwrap(),
        b'b' => bytes::new(cx, &unhex(rest)).unwrap(),
        b'a' => {
            let made = bytes::new(cx, &unhex(rest)).unwrap();
            let part = bytes::part(cx, made.as_ref());
            let copied = bytearray::copy(cx, part).unwrap();
            cx.heap.dec(made);
            copied
        }
        b'T' => {
            let items = values(cx, rest);
            tuple::from_owned(cx, &items).unwrap().value()
        }
        b'L' => {
            let items = values(cx, rest);
            list::from_owned(cx, &items).unwrap().value()
        }
        _ => panic!("{tagged}"),
    }
}

fn text_of(cx: &Cx, value: Value) -> String {
    String::from_utf8_lossy(str::bytes(cx, value.as_ref())).into_owned()
}

/// `repr` of a value, containers too.
fn shown(cx: &mut Cx, value: Value) -> String {
    let row = |cx: &mut Cx, items: Vec<Value>| {
        items.into_iter().map(|item| shown(cx, item)).collect::<Vec<_>>().join(", ")
    };
    match cx.kind_of(value) {
        kind::LIST => {
            let items = list::items(cx, value.as_ref()).to_vec();
            format!("[{}]", row(cx, items))
        }
        kind::TUPLE => {
            let items = tuple::items(cx, value.as_ref()).to_vec();
            let comma = if items.len() == 1 { "," } else { "" };
            format!("({}{comma})", row(cx, items))
        }
        _ => match repr::leaf(cx, value) {
            Ok(Some(text)) => {
                let shown = text_of(cx, text);
                cx.heap.dec(text);
                shown
            }
            _ => "?".to_owned(),
        },
    }
}

/// `str(error)` of an exception.
fn text_of_error(cx: &mut Cx, error: Value, class: &str) -> String {
    let tables = tables();
    if let Some(native) = tables.get(&(class, "__str__")) {
        let text = (native.func)(cx, &[error]).unwrap();
        let shown = text_of(cx, text);
        cx.heap.dec(text);
        return shown;
    }
    let args = exception::get(cx, error.as_ref(), exception::slot::ARGS);
    let items = tuple::items(cx, args.as_ref()).to_vec();
    match items[..] {
        [only] if cx.kind_of(only) == kind::STR && class != "KeyError" => text_of(cx, only),
        [only] => shown(cx, only),
        _ => shown(cx, args),
    }
}

/// Type and text of the exception being raised.
fn raised(cx: &mut Cx) -> String {
    let error = cx.take_raised();
    if error.is_unbound() {
        return "!MemoryError: ".to_owned();
    }
    let class = cx.type_of(error);
    let name = text_of(cx, class::name(cx, class));
    let text = text_of_error(cx, error, &name);
    cx.heap.dec(error);
    format!("!{name}: {text}")
}

fn tables() -> HashMap<(&'static str, &'static str), &'static NativeDef> {
    let mut found = HashMap::new();
    for table in TABLES {
        let owner = match table.owner {
            Owner::Type(class) => types::TypeRow::of(class).unwrap().name,
            Owner::Module("math") => "math",
            _ => continue,
        };
        for (row, &name) in table.rows.iter().zip(table.names) {
            found.insert((owner, name), row);
        }
    }
    found
}

/// Calls a native; none when it leaves the work to the prelude.
fn called(cx: &mut Cx, native: &NativeDef, args: &[Value]) -> Option<String> {
    match (native.func)(cx, args) {
        Ok(result) => {
            let text = shown(cx, result);
            cx.heap.dec(result);
            Some(text)
        }
        Err(Exit::Raise) => Some(raised(cx)),
        Err(Exit::TailCall) => {
            let which = cx.tail.callee.small_int().unwrap() as usize;
            assert!(prelude::NAMES.get(which).is_some());
            for at in 0..cx.tail.count {
                let given = cx.tail.args[at];
                cx.heap.dec(given);
            }
            None
        }
    }
}

const CHANGING: &[&str] = &[
    "append",
    "extend",
    "insert",
    "pop",
    "remove",
    "reverse",
    "clear",
    "__setitem__",
    "__delitem__",
];

/// The numbers in a text: of a complex number two.
fn numbers(text: &str) -> Option<Vec<f64>> {
    let plain = text.trim_matches(['(', ')', 'j']);
    let is_sign = |at: usize| {
        at > 0 && matches!(&plain[at..=at], "+" | "-") && !plain[..at].ends_with(['e', 'E'])
    };
    let cut = (0..plain.len())
        .find(|&at| plain.is_char_boundary(at) && is_sign(at))
        .unwrap_or(plain.len());
    let parts = [&plain[..cut], &plain[cut..]];
    parts.iter().filter(|part| !part.is_empty()).map(|part| part.parse().ok()).collect()
}

/// Functions of libm may be off by a last digit, on either side.
fn is_close(owner: &str, want: &str, got: &str) -> bool {
    if !want.is_ascii() || !matches!(owner, "math" | "complex" | "float") {
        return false;
    }
    let (Some(want), Some(got)) = (numbers(want), numbers(got)) else { return false };
    let near = |want: f64, got: f64| want == got || ((want - got) / want).abs() < 3e-15;
    want.len() == got.len() && want.iter().zip(&got).all(|(&want, &got)| near(want, got))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r").replace('\t', "\\t")
}

#[test]
fn methods_do_what_they_do_in_cpython() {
    let cases = std::env::var("CASES").unwrap_or_else(|_| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/methods/cases.tsv").to_owned()
    });
    let cases = std::fs::read_to_string(cases).unwrap();
    let tables = tables();
    let (mut wrong, mut skipped, mut total, mut near) = (Vec::new(), 0, 0, 0);
    machine::with(8 << 20, |cx| {
        for line in cases.lines() {
            let [owner, name, args, want] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            let Some(&native) = tables.get(&(owner, name)) else {
                wrong.push(format!("{owner}.{name} is missing"));
                continue;
            };
            total += 1;
            let before = cx.heap.alloc.live;
            let args: Vec<Value> =
                args.split(' ').filter(|arg| !arg.is_empty()).map(|arg| value(cx, arg)).collect();
            assert_ne!(native.role, Role::Class);
            let got = called(cx, native, &args);
            let Some(mut got) = got else {
                skipped += 1;
                args.iter().for_each(|&arg| cx.heap.dec(arg));
                continue;
            };
            if CHANGING.contains(&name) && owner == "bytearray" {
                got = format!("{got} {}", shown(cx, args[0]));
            }
            args.iter().for_each(|&arg| cx.heap.dec(arg));
            let got = escaped(&got);
            near += usize::from(got != want);
            if got != want && std::env::var("EXACT").is_ok() {
                println!("{line} got {got}");
            }
            if got != want && !is_close(owner, want, &got) {
                wrong.push(format!("{line}\n      got {got}"));
            }
            if cx.heap.alloc.live != before {
                wrong.push(format!(
                    "{line}\n      leaves {} bytes",
                    cx.heap.alloc.live as i64 - before as i64
                ));
            }
        }
    });
    println!(
        "{total} calls, {skipped} left to the prelude, {near} off by a digit, {} wrong",
        wrong.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.iter().take(200).cloned().collect::<Vec<_>>().join("\n"));
}

/// Calls each of some cases again and again, failing the first allocation, the second and so on.
#[test]
fn methods_survive_the_end_of_memory() {
    const STRIDE: usize = 3;
    let cases = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/methods/cases.tsv");
    let cases = std::fs::read_to_string(cases).unwrap();
    let tables = tables();
    let mut injected = 0;
    machine::with(8 << 20, |cx| {
        for line in cases.lines().step_by(STRIDE) {
            let [owner, name, tagged, _] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            let Some(&native) = tables.get(&(owner, name)) else { panic!("{line}") };
            let mut fail_at = 1;
            loop {
                let args: Vec<Value> = tagged
                    .split(' ')
                    .filter(|arg| !arg.is_empty())
                    .map(|arg| value(cx, arg))
                    .collect();
                let before = cx.heap.alloc.live;
                let faults = cx.heap.injected();
                cx.heap.fail_every_from(fail_at);
                let result = (native.func)(cx, &args);
                cx.heap.fail_never();
                let failed = cx.heap.injected() != faults;
                let error = cx.take_raised();
                match result {
                    Ok(value) => cx.heap.dec(value),
                    Err(exit) => assert!(exit == Exit::Raise || failed, "{line}"),
                }
                cx.heap.dec(error);
                let after = cx.heap.alloc.live;
                // A method that changes its receiver may leave it larger, and says so by its name.
                let may_grow = CHANGING.contains(&name);
                assert!(
                    after == before || may_grow,
                    "{line}: {before} before, {after} after, failing {fail_at}"
                );
                args.iter().for_each(|&arg| cx.heap.dec(arg));
                if !failed {
                    break;
                }
                injected += 1;
                fail_at += 1;
            }
        }
    });
    println!("{injected} failed allocations");
}
