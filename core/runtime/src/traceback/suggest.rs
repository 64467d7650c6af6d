//! "Did you mean": the known name nearest to one that was not found.
//!
//! A change of a letter costs 2, of its case 1; a third of the letters may change. Candidates are the locals of the
//! code that raised, the globals of `__main__` and the builtins for a name; what the object and its classes have for
//! an attribute.
//!
//! Not here: raising `NameError` and `AttributeError` (crate `vm`, objects/attr.rs).

use super::{field, text_bytes};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::attr::MODULE_DICT;
use threadsnake_objects::class::{self, word};
use threadsnake_objects::cx::Cx;
use threadsnake_objects::exception::{self, slot, traceback};
use threadsnake_objects::{code, dict, instance, names, tuple, types};

/// What it costs to change, add or remove a letter, and to change its case.
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;
/// Longest name that is compared.
const LONGEST: usize = 40;
/// Most candidates of one source.
const CANDIDATES_MAX: u32 = 750;

/// The name that was probably meant, owned.
pub fn find(cx: &mut Cx, exception: Ref) -> Option<Value> {
    let class = cx.type_of(exception.value());
    if class != types::NAME_ERROR && class != types::ATTRIBUTE_ERROR {
        return None;
    }
    let name = wrong_name(cx, exception)?;
    let found = if class == types::NAME_ERROR {
        for_name(cx, exception, name)
    } else {
        for_attribute(cx, exception, name)
    };
    let found = found.map(|found| cx.heap.share(found));
    cx.heap.dec(name);
    found
}

/// The name that was not found, owned.
fn wrong_name(cx: &mut Cx, exception: Ref) -> Option<Value> {
    if let Some(name) = field(cx, exception, names::NAME_NAME) {
        if cx.as_kind(name, kind::STR).is_some() {
            return Some(name);
        }
        cx.heap.dec(name);
    }
    let args = cx.as_kind(exception::get(cx, exception, slot::ARGS), kind::TUPLE)?;
    let message = text_bytes(cx, tuple::item(cx, args, 0));
    let name = match message.strip_prefix(b"name '") {
        Some(rest) => rest.strip_suffix(b"' is not defined")?,
        None => message.strip_suffix(b"'")?.rsplit(|&byte| byte == b'\'').next()?,
    };
    let mut copy = [0; LONGEST];
    let copy = copy.get_mut(..name.len())?;
    copy.copy_from_slice(name);
    threadsnake_objects::str::new(cx, copy).ok()
}

/// The nearest candidate so far.
struct Nearest<'n> {
    wrong: &'n [u8],
    found: Option<(usize, Value)>,
    left: u32,
}

impl Nearest<'_> {
    fn look_at(&mut self, cx: &Cx, candidate: Value) {
        let text = text_bytes(cx, candidate);
        if self.left == 0 || text.is_empty() || text == self.wrong {
            return;
        }
        self.left -= 1;
        let most = (self.wrong.len() + text.len() + 3) * MOVE_COST / 6;
        let Some(cost) = distance(self.wrong, text, most) else { return };
        let is_nearer = self.found.is_none_or(|(best, other)| {
            cost < best || cost == best && text < text_bytes(cx, other)
        });
        if is_nearer {
            self.found = Some((cost, candidate));
        }
    }

    fn look_at_dict(&mut self, cx: &Cx, members: Ref) {
        let mut entry = 0;
        while let Some((at, key, _)) = dict::next(cx, members, entry) {
            self.look_at(cx, key);
            entry = at + 1;
        }
    }

    fn look_at_table(&mut self, cx: &Cx, table: Ref) {
        if table.is_nil() {
            return;
        }
        let words = cx.heap.size_words(table);
        for at in (1..words).step_by(2) {
            self.look_at(cx, cx.heap.space.value(table, at));
        }
    }
}

/// The best candidate that a search comes upon.
fn nearest(cx: &Cx, wrong: Value, search: impl FnOnce(&mut Nearest)) -> Option<Value> {
    let wrong = text_bytes(cx, wrong);
    let mut nearest = Nearest { wrong, found: None, left: CANDIDATES_MAX };
    search(&mut nearest);
    nearest.found.map(|(_, name)| name)
}

fn for_name(cx: &Cx, exception: Ref, wrong: Value) -> Option<Value> {
    let locals = nearest(cx, wrong, |nearest| look_at_locals(cx, exception, nearest));
    let globals = || nearest(cx, wrong, |nearest| look_at_globals(cx, nearest));
    let builtins = || nearest(cx, wrong, |nearest| nearest.look_at_table(cx, cx.rom.builtins));
    locals.or_else(globals).or_else(builtins)
}

fn look_at_locals(cx: &Cx, exception: Ref, nearest: &mut Nearest) {
    let mut innermost = None;
    let mut at = exception::get(cx, exception, slot::TRACEBACK);
    while let Some(entry) = at.object_ref() {
        innermost = Some(entry);
        at = cx.heap.space.value(entry, traceback::NEXT);
    }
    let Some(entry) = innermost else { return };
    let running = Ref(cx.heap.space.word(entry, traceback::CODE));
    for names in [code::varnames(cx, running), code::freevars(cx, running)] {
        for &name in tuple::items(cx, names) {
            nearest.look_at(cx, name);
        }
    }
}

fn look_at_globals(cx: &Cx, nearest: &mut Nearest) {
    let modules = cx.modules.object_ref();
    let main = modules.and_then(|modules| dict::get_interned(cx, modules, names::MAIN));
    let Some(main) = main.and_then(|main| cx.as_kind(main, kind::MODULE)) else { return };
    if let Some(members) = cx.heap.space.value(main, MODULE_DICT).object_ref() {
        nearest.look_at_dict(cx, members);
    }
}

fn for_attribute(cx: &mut Cx, exception: Ref, wrong: Value) -> Option<Value> {
    let object = field(cx, exception, names::OBJ)?;
    let found = nearest(cx, wrong, |nearest| {
        look_at_instance(cx, object, nearest);
        let class = if class::is_class(cx, object) { object.as_ref() } else { cx.type_of(object) };
        look_at_class(cx, class, nearest);
        for base in class::mro_tail(cx, class) {
            look_at_class(cx, base.as_ref(), nearest);
        }
    });
    // The exception still holds the object, and with it the name.
    cx.heap.dec(object);
    found
}

fn look_at_class(cx: &Cx, class: Ref, nearest: &mut Nearest) {
    if let Some(members) = cx.heap.space.value(class, word::DICT).object_ref() {
        nearest.look_at_dict(cx, members);
    } else {
        nearest.look_at_table(cx, Ref(cx.heap.space.word(class, word::METHODS)));
    }
}

fn look_at_instance(cx: &Cx, object: Value, nearest: &mut Nearest) {
    let Some(target) = object.object_ref() else { return };
    match cx.heap.kind(target) {
        kind::MODULE => {
            if let Some(members) = cx.heap.space.value(target, MODULE_DICT).object_ref() {
                nearest.look_at_dict(cx, members);
            }
        }
        kind::INSTANCE | kind::INSTANCE_X => {
            if let Some(members) = instance::dict_of(cx, target) {
                return nearest.look_at_dict(cx, members);
            }
            let layout = instance::layout_of(cx, target);
            let (used, _, _) = instance::counts(cx, layout);
            let block = Ref(cx.heap.space.word(layout, instance::layout::NAMES));
            for at in 0..if block.is_nil() { 0 } else { used } {
                nearest.look_at(cx, cx.heap.space.value(block, 1 + at));
            }
        }
        _ => {}
    }
}

/// What it costs to make one name of the other, unless that is more than `most`.
fn distance(one: &[u8], other: &[u8], most: usize) -> Option<usize> {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(same..)?, other.get(same..)?);
    let same = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(..one.len() - same)?, other.get(..other.len() - same)?);
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if long.len() > LONGEST || (long.len() - short.len()) * MOVE_COST > most {
        return None;
    }
    if short.is_empty() {
        return Some(long.len() * MOVE_COST);
    }
    let mut row = [0; LONGEST];
    let row = row.get_mut(..short.len())?;
    for (at, cost) in row.iter_mut().enumerate() {
        *cost = (at + 1) * MOVE_COST;
    }
    let mut result = 0;
    for (at, &letter) in long.iter().enumerate() {
        let mut diagonal = at * MOVE_COST;
        result = diagonal;
        let mut least = usize::MAX;
        for (cost, &own) in row.iter_mut().zip(short) {
            let replaced = diagonal + replacement(letter, own);
            diagonal = *cost;
            result = replaced.min(result.min(diagonal) + MOVE_COST);
            *cost = result;
            least = least.min(result);
        }
        if least > most {
            return None;
        }
    }
    (result <= most).then_some(result)
}

fn replacement(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE_COST
    } else {
        MOVE_COST
    }
}
