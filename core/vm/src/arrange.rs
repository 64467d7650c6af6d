//! Calls whose arguments do not lie as the callee's parameters: named ones, defaults, `*` and `**` on either side.
//!
//! The words are gathered first, then put where the callee has its parameters. Whatever is wrong shows while they are
//! gathered; nothing has been changed then, and the slow path says what it is.
//!
//! Not here: calls that fit (calls.rs), errors, generators and frames on the heap (bind.rs, call.rs).

use crate::access;
use crate::calls;
use crate::frame::{self, action};
use crate::hot::*;
use crate::window::{Hot, Mem};
use threadsnake_heap::header::{FLAG1, FLAG2};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::layout::{code, info};
use threadsnake_image::op::Op;
use threadsnake_objects::cx::Cx;
use threadsnake_objects::function::{self, info as detail, method};
use threadsnake_objects::{class, dict, instance, names, statics, tuple};

/// Most parameters of a function that is entered here, `*args` and `**kwargs` included.
const PARAMETERS: usize = 16;

/// Where the arguments of a call lie. The words of `names`, `star` and `keywords` are 0 when there are none.
struct Call {
    base: u32,
    first: u32,
    direct: u32,
    names: u32,
    named: u32,
    star: u32,
    keywords: u32,
}

/// Whom a call goes to.
#[derive(Clone, Copy)]
enum Callee {
    /// The function in `R[base]`.
    Function,
    /// A function that was found for the receiver in the first argument.
    Found,
    /// The function of a bound method in `R[base]`, which has the first argument.
    Method(u32),
    /// The `__init__` of the class in `R[base]`; it does nothing but store so many arguments when that is not 0. And
    /// the new instance, once there is one.
    Class(u32, u32),
}

/// The words of a function's parameters, in order; 0 where one is missing.
struct Places {
    words: [u32; PARAMETERS],
    /// Bit of each word that somebody else goes on having.
    shared: u32,
    /// So many arguments lie where the callee has its parameters anyway; their words are not looked at.
    settled: u32,
    positional: u32,
    positional_only: u32,
    /// Behind the parameters that have names.
    end: u32,
    /// Address of the parameters' names.
    names: u32,
    /// Some named argument is no parameter.
    has_others: bool,
}

impl Places {
    fn put(&mut self, at: u32, word: u32, is_shared: bool) {
        if let Some(place) = self.words.get_mut(at as usize) {
            *place = word;
            self.shared |= u32::from(is_shared) << at;
        }
    }

    fn is_empty(&self, at: u32) -> bool {
        at >= self.settled && self.words.get(at as usize) == Some(&0)
    }

    /// The parameter that a name can give a value.
    fn position(&self, mem: Mem, name: u32) -> Option<u32> {
        (self.positional_only..self.end).find(|&at| mem.load(self.names + at * 4) == name)
    }

    /// Binds a named argument; false when that is an error. What is no parameter is left for `**kwargs`.
    fn put_named(&mut self, mem: Mem, name: u32, word: u32, is_shared: bool) -> bool {
        match self.position(mem, name) {
            Some(at) if self.is_empty(at) => self.put(at, word, is_shared),
            Some(_) => return false,
            None => self.has_others = true,
        }
        true
    }
}

/// Does a call. False: nothing is done.
pub fn call(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let base = a(insn);
    let Some(call) = arguments(hot, mem, insn) else { return false };
    let callee = hot.reg(base);
    if callee & 3 != 0 {
        return false;
    }
    match mem.load(callee) as u8 {
        kind::FUNCTION if insn as u8 == Op::Call as u8 => {
            enter_with_defaults(hot, mem, cx, &call, callee)
                || enter(hot, mem, cx, insn, &call, Callee::Function, callee)
        }
        kind::FUNCTION => enter(hot, mem, cx, insn, &call, Callee::Function, callee),
        kind::METHOD => {
            let function = mem.field(callee, method::FUNC);
            let receiver = Callee::Method(mem.field(callee, method::SELF));
            is_kind(mem, function, kind::FUNCTION)
                && enter(hot, mem, cx, insn, &call, receiver, function)
        }
        kind::CLASS if callee >= cx.rom.len => match access::init_of(mem, cx, callee) {
            0 => match access::new_of(mem, cx, callee) {
                0 => false,
                function => enter(hot, mem, cx, insn, &call, Callee::Method(callee), function),
            },
            NO_INIT => false,
            stored if stored & 1 != 0 => {
                let init = class::lookup(cx, Ref(callee), names::INIT).map_or(0, |init| init.0);
                is_kind(mem, init, kind::FUNCTION)
                    && enter(hot, mem, cx, insn, &call, Callee::Class(stored >> 1, NO_OBJECT), init)
            }
            init => enter(hot, mem, cx, insn, &call, Callee::Class(0, NO_OBJECT), init),
        },
        _ => false,
    }
}

/// Takes the place of the instance that a class makes as long as something may still be wrong.
const NO_OBJECT: u32 = Value::NONE.0;
/// What is remembered of a class without `__init__`.
const NO_INIT: u32 = Value::NONE.0;

/// `CallAttr` of a function that is remembered for the object and the name.
pub fn call_found(hot: &mut Hot, mem: Mem, cx: &mut Cx, insn: u32) -> bool {
    let base = a(insn);
    let function = access::method(mem, cx, hot.reg(base + 2), hot.konst(c(insn)));
    let call = plain(base, base + 2, b(insn) + 1);
    function != 0
        && is_kind(mem, function, kind::FUNCTION)
        && enter(hot, mem, cx, insn, &call, Callee::Found, function)
}

/// Enters the function in `R[base]` when nothing is missing but its last parameters, which have defaults.
fn enter_with_defaults(hot: &mut Hot, mem: Mem, cx: &Cx, call: &Call, function: u32) -> bool {
    let code = mem.field(function, 1);
    let (wanted, count) = (mem.field(code, 3), call.direct);
    let defaults = mem.field(function, function::word::INFO);
    let reach = hot.fp.wrapping_add((call.base + 2 + (mem.field(code, 1) & 0xff)) as usize);
    if wanted <= count
        || defaults == 0
        || !is_kind(mem, defaults, kind::TUPLE)
        || reach > hot.limit
        || hot.ticks < 0
        || cx.heap.has_errands()
    {
        return false;
    }
    let (len, missing) = (mem.field(defaults, 1), wanted - count);
    // Code that is not called simply has a signature that no number of arguments reaches.
    if missing > len {
        return false;
    }
    for at in 0..missing {
        let word = mem.field(defaults, 2 + len - missing + at);
        inc(mem, word);
        hot.put(call.first + count + at, word);
    }
    calls::enter(hot, mem, cx, call.base, wanted)
}

/// A call of positional arguments.
fn plain(base: u32, first: u32, direct: u32) -> Call {
    Call { base, first, direct, names: 0, named: 0, star: 0, keywords: 0 }
}

/// The arguments of a call's instruction; none when they need another look.
fn arguments(hot: &Hot, mem: Mem, insn: u32) -> Option<Call> {
    let (base, count) = (a(insn), b(insn));
    match insn as u8 {
        code if code == Op::Call as u8 => Some(plain(base, base + 2, count)),
        code if code == Op::CallKw as u8 => {
            Some(with_names(hot, mem, plain(base, base + 2, count)))
        }
        code if code == Op::CallEx as u8 => spread(hot, mem, base, count & 1 != 0),
        code => {
            let receivers = u32::from(hot.reg(base + 2) != 0);
            let call = plain(base, base + 3 - receivers, count + receivers);
            let has_names = code == Op::CallMethodKw as u8;
            Some(if has_names { with_names(hot, mem, call) } else { call })
        }
    }
}

fn with_names(hot: &Hot, mem: Mem, call: Call) -> Call {
    let names = hot.konst(hot.word_behind() >> 8);
    let named = mem.field(names, 1);
    Call { names: names + 8, named, direct: call.direct - named, ..call }
}

/// The arguments of `CallEx` when they are a tuple and a dict.
fn spread(hot: &Hot, mem: Mem, base: u32, has_mapping: bool) -> Option<Call> {
    let star = hot.reg(base + 2);
    let keywords = if has_mapping { hot.reg(base + 3) } else { 0 };
    let is_ready =
        is_kind(mem, star, kind::TUPLE) && (keywords == 0 || is_kind(mem, keywords, kind::DICT));
    is_ready.then(|| Call { star, keywords, ..plain(base, base + 2, 0) })
}

/// Enters a function with arguments that are where its call says.
fn enter(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    insn: u32,
    call: &Call,
    callee: Callee,
    function: u32,
) -> bool {
    if hot.ticks < 0 || cx.heap.has_errands() {
        return false;
    }
    let Some(mut places) = gather(hot, mem, cx, call, callee, function) else { return false };
    let mut object = 0;
    let mut callee = callee;
    if let Callee::Class(stored, _) = callee {
        let layout = Ref(mem.field(hot.reg(call.base), class::word::LAYOUT));
        let Ok(made) = instance::new(cx, layout) else { return false };
        object = made.0;
        callee = Callee::Class(stored, object);
        if places.positional > 0 {
            places.put(0, object, true);
        }
    }
    if !collect(hot, mem, cx, call, callee, function, &mut places) {
        if object != 0 {
            // The slow path makes another one; of this one nobody hears, its finalizer included.
            mem.store(object, mem.load(object) & !FLAG1);
            dec_ref(mem, cx, object);
        }
        return false;
    }
    share(mem, &places);
    release(hot, mem, cx, call, &places);
    if crate::table::flags(insn) & crate::table::WORD != 0 {
        hot.jump(1);
    }
    if let Callee::Class(stored @ 1.., _) = callee {
        // Its own share of the instance is dropped again: no frame is entered.
        for at in 0..stored {
            mem.store(object + 8 + at * 4, places.words[at as usize + 1]);
        }
        set(hot, mem, cx, call.base, object);
        dec_ref(mem, cx, object);
        return true;
    }
    start(hot, mem, cx, call.base, callee, function, &places);
    true
}

/// Where the names of the parameters of code lie, of which there are none without that field.
fn names_of(mem: Mem, code: u32) -> u32 {
    const _: () = assert!(info::VARNAMES == 1, "the first field");
    let details = mem.load(code + code::INFO);
    match mem.load(details + info::SHAPE) & info::VARNAMES {
        0 => 0,
        _ => mem.load(details + info::FIELDS) + 8,
    }
}

/// Finds the word of every parameter but those that are made anew.
fn gather(
    hot: &Hot,
    mem: Mem,
    cx: &Cx,
    call: &Call,
    callee: Callee,
    function: u32,
) -> Option<Places> {
    let code = mem.field(function, 1);
    let flags = (mem.field(code, 1) >> 24) as u8;
    let args = mem.field(code, 2);
    let (positional, keyword_only) = (args & 0xff, args >> 16 & 0xff);
    let rests = (flags & (code::VARARGS | code::VARKW)).count_ones();
    let link = if matches!(callee, Callee::Class(..)) { 3 } else { 2 };
    let reach = hot.fp.wrapping_add((call.base + link + (mem.field(code, 1) & 0xff)) as usize);
    if flags & (code::GENERATOR | code::COROUTINE) != 0
        || (positional + keyword_only + rests) as usize > PARAMETERS
        || reach > hot.limit
    {
        return None;
    }
    let is_in_place = link == 2 && call.first == call.base + 2 && receivers(callee) == 0;
    let mut places = Places {
        words: [0; PARAMETERS],
        shared: 0,
        settled: if is_in_place { call.direct.min(positional) } else { 0 },
        positional,
        positional_only: args >> 8 & 0xff,
        end: positional + keyword_only,
        names: names_of(mem, code),
        has_others: false,
    };
    let given = given(mem, call, callee);
    if given > positional && flags & code::VARARGS == 0 {
        return None;
    }
    for at in places.settled..given.min(positional) {
        let (word, is_shared) = argument(hot, mem, call, callee, at);
        places.put(at, word, is_shared);
    }
    for at in 0..call.named {
        let word = hot.reg(call.first + call.direct + at);
        if !places.put_named(mem, mem.load(call.names + at * 4), word, false) {
            return None;
        }
    }
    let is_bound = (call.keywords == 0 || gather_mapping(mem, cx, call.keywords, &mut places))
        && (!places.has_others || flags & code::VARKW != 0)
        && gather_defaults(mem, cx, function, given, &mut places);
    is_bound.then_some(places)
}

/// How many positional arguments there are.
fn given(mem: Mem, call: &Call, callee: Callee) -> u32 {
    let starred = if call.star == 0 { 0 } else { mem.field(call.star, 1) };
    receivers(callee) + call.direct + starred
}

fn receivers(callee: Callee) -> u32 {
    u32::from(matches!(callee, Callee::Method(_) | Callee::Class(..)))
}

/// A positional argument, and whether somebody else goes on having it.
fn argument(hot: &Hot, mem: Mem, call: &Call, callee: Callee, at: u32) -> (u32, bool) {
    let receivers = receivers(callee);
    match callee {
        Callee::Method(receiver) if at == 0 => (receiver, true),
        Callee::Class(_, object) if at == 0 => (object, true),
        _ if at - receivers < call.direct => (hot.reg(call.first + at - receivers), false),
        _ => (mem.field(call.star, 2 + at - receivers - call.direct), true),
    }
}

fn gather_mapping(mem: Mem, cx: &Cx, mapping: u32, places: &mut Places) -> bool {
    let mut at = 0;
    while let Some((entry, key, value)) = dict::next(cx, Ref(mapping), at) {
        at = entry + 1;
        if !is_name(mem, key.0) || !places.put_named(mem, key.0, value.0, true) {
            return false;
        }
    }
    true
}

fn is_name(mem: Mem, word: u32) -> bool {
    is_kind(mem, word, kind::STR) && mem.load(word) & FLAG2 != 0
}

/// Gives every parameter that has no value its default; false when one has none.
fn gather_defaults(mem: Mem, cx: &Cx, function: u32, given: u32, places: &mut Places) -> bool {
    let defaults = function::detail(cx, Ref(function), detail::DEFAULTS).0;
    let count = if defaults == 0 { 0 } else { mem.field(defaults, 1) };
    for at in given..places.positional {
        if places.is_empty(at) {
            // Counted from the end: the last parameters have them.
            let behind = places.positional - at;
            if behind > count {
                return false;
            }
            places.put(at, mem.field(defaults, 2 + count - behind), true);
        }
    }
    for at in places.positional..places.end {
        if places.is_empty(at) {
            let name = Value(mem.load(places.names + at * 4));
            let defaults = function::detail(cx, Ref(function), detail::KWDEFAULTS);
            let found = cx
                .as_kind(defaults, kind::DICT)
                .and_then(|defaults| dict::get_interned(cx, defaults, name));
            let Some(value) = found else { return false };
            places.put(at, value.0, true);
        }
    }
    true
}

/// Makes what a function gets as `**kwargs` and `*args`.
fn collect(
    hot: &Hot,
    mem: Mem,
    cx: &mut Cx,
    call: &Call,
    callee: Callee,
    function: u32,
    places: &mut Places,
) -> bool {
    let flags = (mem.field(mem.field(function, 1), 1) >> 24) as u8;
    let has_star = flags & code::VARARGS != 0;
    let mut others = Value::UNBOUND;
    if flags & code::VARKW != 0 {
        let Some(made) = other_names(hot, mem, cx, call, places) else { return false };
        others = made;
        places.put(places.end + u32::from(has_star), made.0, false);
    }
    if has_star {
        let Some(rest) = rest(hot, mem, cx, call, callee, places) else {
            cx.heap.dec(others);
            return false;
        };
        places.put(places.end, rest, false);
    }
    true
}

/// The dict of the named arguments that are no parameters, owned.
fn other_names(hot: &Hot, mem: Mem, cx: &mut Cx, call: &Call, places: &Places) -> Option<Value> {
    let made = dict::new(cx).ok()?;
    let is_complete = !places.has_others || add_others(hot, mem, cx, call, places, made);
    if !is_complete {
        cx.heap.dec_ref(made);
        return None;
    }
    Some(made.value())
}

fn add_others(hot: &Hot, mem: Mem, cx: &mut Cx, call: &Call, places: &Places, into: Ref) -> bool {
    for at in 0..call.named {
        let name = mem.load(call.names + at * 4);
        let word = hot.reg(call.first + call.direct + at);
        if places.position(mem, name).is_none() && !add_other(mem, cx, into, name, word) {
            return false;
        }
    }
    let mut at = 0;
    while call.keywords != 0
        && let Some((entry, key, value)) = dict::next(cx, Ref(call.keywords), at)
    {
        at = entry + 1;
        let is_other = places.position(mem, key.0).is_none();
        if is_other && !add_other(mem, cx, into, key.0, value.0) {
            return false;
        }
    }
    true
}

/// Adds a named argument; false when there is no memory, or it was given twice.
fn add_other(mem: Mem, cx: &mut Cx, into: Ref, name: u32, word: u32) -> bool {
    if dict::get_interned(cx, into, Value(name)).is_some() {
        return false;
    }
    inc(mem, word);
    let added = dict::set_interned(cx, into, Value(name), Value(word));
    if added.is_err() {
        cx.heap.dec(Value(word));
    }
    added.is_ok()
}

/// The tuple for `*args`, owned. The last that may fail: it takes arguments over.
fn rest(
    hot: &Hot,
    mem: Mem,
    cx: &mut Cx,
    call: &Call,
    callee: Callee,
    places: &Places,
) -> Option<u32> {
    let count = given(mem, call, callee).saturating_sub(places.positional);
    if count == 0 {
        return Some(statics::EMPTY_TUPLE.0);
    }
    if call.star != 0 && count == mem.field(call.star, 1) {
        inc(mem, call.star);
        return Some(call.star);
    }
    let made = tuple::new(cx, count).ok()?;
    for at in 0..count {
        let (word, is_shared) = argument(hot, mem, call, callee, places.positional + at);
        if is_shared {
            inc(mem, word);
        }
        mem.store(made.0 + 8 + at * 4, word);
    }
    Some(made.0)
}

/// Counts the words that somebody else goes on having.
fn share(mem: Mem, places: &Places) {
    let mut shared = places.shared;
    while shared != 0 {
        inc(mem, places.words[(shared.trailing_zeros() as usize).min(PARAMETERS - 1)]);
        shared &= shared - 1;
    }
}

/// Empties the registers of the arguments: they have been moved, or what holds them has them.
fn release(hot: &mut Hot, mem: Mem, cx: &mut Cx, call: &Call, places: &Places) {
    for at in places.settled..call.direct {
        hot.put(call.first + at, 0);
    }
    for at in 0..call.named {
        let register = call.first + call.direct + at;
        let is_other =
            places.has_others && places.position(mem, mem.load(call.names + at * 4)).is_none();
        if is_other {
            set(hot, mem, cx, register, 0);
        } else {
            hot.put(register, 0);
        }
    }
    if call.star != 0 {
        set(hot, mem, cx, call.base + 2, 0);
    }
    if call.keywords != 0 {
        set(hot, mem, cx, call.base + 3, 0);
    }
}

/// Makes the frame of a function whose parameters are there.
fn start(
    hot: &mut Hot,
    mem: Mem,
    cx: &mut Cx,
    base: u32,
    callee: Callee,
    function: u32,
    places: &Places,
) {
    let mut link = base + 1;
    let mut how = action::CALL;
    match callee {
        Callee::Function => {}
        Callee::Found => {
            inc(mem, function);
            hot.put(base, function);
        }
        Callee::Method(_) => {
            inc(mem, function);
            set(hot, mem, cx, base, function);
        }
        Callee::Class(_, object) => {
            inc(mem, function);
            set(hot, mem, cx, base, object);
            hot.put(base + 1, function);
            link = base + 2;
            how = action::INIT;
        }
    }
    hot.put(link, frame::pack(hot.pc_index(), link + 1, how));
    hot.fp = hot.fp.wrapping_add(link as usize + 1);
    for (at, &word) in places.words.iter().enumerate().skip(places.settled as usize) {
        if word == 0 {
            break;
        }
        hot.put(at as u32, word);
    }
    let code = mem.field(function, 1);
    hot.code = mem.address(code);
    hot.go_to(0);
}
