//! Calling native functions: counting arguments, moving named ones to their places.
//!
//! Not here: the functions (crate `natives`), what their parameter text means (objects/native.rs).

use crate::Vm;
use crate::call::{ARGS_MAX, Arguments};
use crate::window::Mem;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::cx::{Exit, NativeResult, Outcome};
use threadsnake_objects::native::{self, NativeDef, Shape, word};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{dict, names, str, tuple, types};

/// A native's largest number of arguments when it takes any number.
pub const ANY: u8 = u8::MAX;

impl Vm<'_> {
    /// Runs a native function on arguments, which the caller drops afterwards.
    pub(crate) fn run_native(&mut self, native: Ref, args: &mut Arguments) -> NativeResult {
        let Some(row) = native::definition(&self.cx, native) else {
            return Err(raise::system_error(&mut self.cx, &[S("unknown native function")]));
        };
        let is_plain = args.names.is_nil() && args.keywords.is_unbound();
        if is_plain
            && args.star.is_unbound()
            && let Some(native::Params { shape, .. }) = row.params
            && !shape.is_open
        {
            let most = usize::from(shape.positional);
            if args.count >= usize::from(row.min) && args.count <= most {
                // Places that were not given are unbound already.
                return (row.func)(&mut self.cx, &args.values[..usize::from(shape.total)]);
            }
        }
        if row.params.is_none() {
            if !is_plain && (!args.names.is_nil() || !self.is_empty_dict(args.keywords)) {
                return Err(self.native_error(native, &[S("takes no keyword arguments")]));
            }
            return self.run_positional(native, row, args);
        }
        if row.shape().star == Shape::NONE {
            self.spread_star(native, row, args)?;
        }
        self.bind_parameters(native, row, args)?;
        (row.func)(&mut self.cx, args.values.get(..args.count).unwrap_or(&[]))
    }

    /// Runs a native that takes positional arguments only.
    fn run_positional(
        &mut self,
        native: Ref,
        row: &'static NativeDef,
        args: &mut Arguments,
    ) -> NativeResult {
        let Some(star) = args.star.object_ref() else {
            self.check_count(native, row, args.count)?;
            return (row.func)(&mut self.cx, &args.values[..args.count]);
        };
        if args.count > 0 {
            let first = tuple::from_slice(&mut self.cx, &args.values[..args.count])?;
            let joined = tuple::concat(&mut self.cx, first, star);
            self.cx.heap.dec_ref(first);
            let joined = joined?;
            let result = self.run_on_tuple(native, row, joined.as_ref());
            self.cx.heap.dec(joined);
            return result;
        }
        self.run_on_tuple(native, row, star)
    }

    /// Runs a native on the items of a tuple that stays alive and unchanged.
    fn run_on_tuple(&mut self, native: Ref, row: &'static NativeDef, items: Ref) -> NativeResult {
        let count = tuple::len(&self.cx, items);
        self.check_count(native, row, count as usize)?;
        let values = Mem::of(&self.cx.heap).values(items.0 + 8, count);
        (row.func)(&mut self.cx, values)
    }

    fn is_empty_dict(&self, value: Value) -> bool {
        self.cx.as_kind(value, kind::DICT).is_none_or(|mapping| dict::len(&self.cx, mapping) == 0)
    }

    /// Moves the items of the star tuple behind the positional arguments.
    fn spread_star(
        &mut self,
        native: Ref,
        row: &'static NativeDef,
        args: &mut Arguments,
    ) -> Outcome<()> {
        let Some(star) = args.star.object_ref() else { return Ok(()) };
        let named = self.named(args);
        let len = tuple::items(&self.cx, star).len();
        if args.count + len > ARGS_MAX {
            return Err(self.wrong_count(native, row, args.count - named + len));
        }
        let first = args.count - named;
        args.values.copy_within(first..args.count, first + len);
        for at in 0..len {
            let item = self.cx.heap.space.value(star, 2 + at as u32);
            args.values[first + at] = self.cx.heap.share(item);
        }
        args.count += len;
        self.cx.heap.dec(core::mem::replace(&mut args.star, Value::UNBOUND));
        Ok(())
    }

    /// "f() message", with the name as CPython shows it.
    pub(crate) fn native_error(
        &mut self,
        native: Ref,
        message: &[threadsnake_objects::raise::Part],
    ) -> Exit {
        let name = self.cx.heap.space.value(native, word::NAME);
        let owner = self.cx.heap.space.value(native, word::OWNER);
        let mut parts = [S(""); 12];
        let mut at = 0;
        if let Some(class) = owner.object_ref().filter(|_| name != names::NEW) {
            parts[0] = C(class);
            parts[1] = S(".");
            at = 2;
        }
        parts[at] = self.shown_name(native);
        parts[at + 1] = S("() ");
        for (place, part) in parts.iter_mut().skip(at + 2).zip(message) {
            *place = *part;
        }
        raise::type_error(&mut self.cx, &parts)
    }

    /// What a native is called in messages: `__new__` bears the name of its class.
    fn shown_name(&self, native: Ref) -> raise::Part<'static> {
        let name = self.cx.heap.space.value(native, word::NAME);
        match self.cx.heap.space.value(native, word::OWNER).object_ref() {
            Some(class) if name == names::NEW => C(class),
            _ => V(name),
        }
    }

    /// Checks the number of arguments of a native without keywords.
    pub(crate) fn check_count(
        &mut self,
        native: Ref,
        row: &NativeDef,
        count: usize,
    ) -> Outcome<()> {
        if count >= usize::from(row.min) && (row.max == ANY || count <= usize::from(row.max)) {
            return Ok(());
        }
        Err(self.wrong_count(native, row, count))
    }

    #[cold]
    fn wrong_count(&mut self, native: Ref, row: &NativeDef, count: usize) -> Exit {
        // The receiver of a method is not counted in messages.
        let is_method = self.cx.heap.space.value(native, word::OWNER).object_ref().is_some()
            && row.role != native::Role::Static;
        let is_new = native::name(&self.cx, native) == b"__new__";
        let receiver = usize::from(is_method || is_new);
        if count < receiver {
            let name = self.cx.heap.space.value(native, word::NAME);
            return raise::type_error(
                &mut self.cx,
                &[S("unbound method "), V(name), S("() needs an argument")],
            );
        }
        let given = (count - receiver) as i64;
        let (min, max) =
            (i64::from(row.min) - receiver as i64, i64::from(row.max) - receiver as i64);
        let name = native::name(&self.cx, native);
        if is_method && is_slot(self.cx.heap.space.value(native, word::OWNER), name) {
            let blank = if is_one_of(name, &ARGUMENTS_UNPACKED) { " " } else { "" };
            let plural = if max == 1 { " argument, got " } else { " arguments, got " };
            return raise::type_error(
                &mut self.cx,
                &[S(blank), S("expected "), I(max), S(plural), I(given)],
            );
        }
        if min == max {
            return match max {
                _ if is_new => self.expected(native, "expected ", max, given),
                0 => {
                    self.native_error(native, &[S("takes no arguments ("), I(given), S(" given)")])
                }
                1 if row.params.is_none() => self.native_error(
                    native,
                    &[S("takes exactly one argument ("), I(given), S(" given)")],
                ),
                _ => self.expected(native, "expected ", max, given),
            };
        }
        if given < min {
            self.expected(native, "expected at least ", min, given)
        } else if row.params.is_some() && !row.text().contains('*') {
            let name = self.shown_name(native);
            let plural = if max == 1 { " argument (" } else { " arguments (" };
            raise::type_error(
                &mut self.cx,
                &[name, S("() takes at most "), I(max), S(plural), I(given), S(" given)")],
            )
        } else {
            self.expected(native, "expected at most ", max, given)
        }
    }

    fn expected(&mut self, native: Ref, how: &'static str, wanted: i64, given: i64) -> Exit {
        let name = self.shown_name(native);
        let plural = if wanted == 1 { " argument, got " } else { " arguments, got " };
        raise::type_error(&mut self.cx, &[name, S(" "), S(how), I(wanted), S(plural), I(given)])
    }

    /// Moves named arguments to the places that the parameter text gives them.
    fn bind_parameters(
        &mut self,
        native: Ref,
        row: &'static NativeDef,
        args: &mut Arguments,
    ) -> Outcome<()> {
        let named = self.named(args);
        let positional = args.count - named;
        let mut given = [Value::UNBOUND; ARGS_MAX];
        given[..named].copy_from_slice(&args.values[positional..args.count]);
        for place in &mut args.values[positional..args.count] {
            *place = Value::UNBOUND;
        }
        args.count = positional;
        let result = self.place_all(native, row, args, &mut given, named);
        for value in given.iter().take(named) {
            self.cx.heap.dec(*value);
        }
        result
    }

    fn place_all(
        &mut self,
        native: Ref,
        row: &'static NativeDef,
        args: &mut Arguments,
        given: &mut [Value],
        named: usize,
    ) -> Outcome<()> {
        let positional = args.count;
        if row.shape().star != Shape::NONE {
            self.pack_star(args, usize::from(row.shape().star))?;
        } else if row.shape().rest != Shape::NONE && positional > usize::from(row.shape().rest) {
            // One too many lies where the dict of the others goes.
            return self.check_required(native, row, args, positional);
        }
        self.place_named(native, row, args, given, named)?;
        self.place_mapping(native, row, args)?;
        self.check_required(native, row, args, positional)
    }

    /// Gathers the positional arguments from a place on, and those of the star tuple, into a tuple there.
    /// A star tuple that is all there is is handed on as it is.
    fn pack_star(&mut self, args: &mut Arguments, place: usize) -> Outcome<()> {
        let star = core::mem::replace(&mut args.star, Value::UNBOUND);
        let result = self.pack_items(args, place, star);
        self.cx.heap.dec(star);
        args.values[place] = result?;
        args.count = place + 1;
        Ok(())
    }

    fn pack_items(
        &mut self,
        args: &mut Arguments,
        place: usize,
        star: Value,
    ) -> Result<Value, Exit> {
        let star_len = star.object_ref().map_or(0, |star| tuple::len(&self.cx, star));
        let mut used = 0;
        while args.count < place && used < star_len {
            let item = tuple::item(&self.cx, star.as_ref(), used);
            args.values[args.count] = self.cx.heap.share(item);
            args.count += 1;
            used += 1;
        }
        let extra = args.count.saturating_sub(place);
        if extra == 0 && used == 0 && star_len > 0 {
            return Ok(self.cx.heap.share(star));
        }
        let packed = tuple::new(&mut self.cx, extra as u32 + star_len - used)?;
        for at in 0..extra {
            let value = core::mem::replace(&mut args.values[place + at], Value::UNBOUND);
            tuple::set_item(&mut self.cx, packed, at as u32, value);
        }
        for at in used..star_len {
            let item = tuple::item(&self.cx, star.as_ref(), at);
            let item = self.cx.heap.share(item);
            tuple::set_item(&mut self.cx, packed, extra as u32 + at - used, item);
        }
        Ok(packed.value())
    }

    fn place_named(
        &mut self,
        native: Ref,
        row: &'static NativeDef,
        args: &mut Arguments,
        given: &mut [Value],
        named: usize,
    ) -> Outcome<()> {
        for (at, held) in given.iter_mut().take(named).enumerate() {
            let name = self.cx.heap.space.value(args.names, 2 + at as u32);
            let value = core::mem::replace(held, Value::UNBOUND);
            self.place_one(native, row, args, name, value)?;
        }
        args.names = Ref::NIL;
        Ok(())
    }

    fn place_mapping(
        &mut self,
        native: Ref,
        row: &'static NativeDef,
        args: &mut Arguments,
    ) -> Outcome<()> {
        let Some(mapping) = self.cx.as_kind(args.keywords, kind::DICT) else { return Ok(()) };
        let mut at = 0;
        while let Some((entry, key, value)) = dict::next(&self.cx, mapping, at) {
            at = entry + 1;
            let value = self.cx.heap.share(value);
            self.place_one(native, row, args, key, value)?;
        }
        Ok(())
    }

    /// Puts one named argument into its place; takes over the value.
    fn place_one(
        &mut self,
        native: Ref,
        row: &'static NativeDef,
        args: &mut Arguments,
        name: Value,
        value: Value,
    ) -> Outcome<()> {
        let text = self.cx.payload(name, kind::STR).map(|object| str::bytes(&self.cx, object));
        let found = text.and_then(|text| parameter_index(row.text(), text));
        match found {
            Some(index) if args.values[index].is_unbound() => {
                args.values[index] = value;
                args.count = args.count.max(index + 1);
                Ok(())
            }
            Some(_) => {
                self.cx.heap.dec(value);
                let own = self.cx.heap.space.value(native, word::NAME);
                Err(raise::type_error(
                    &mut self.cx,
                    &[
                        S("argument for "),
                        V(own),
                        S("() given by name ('"),
                        V(name),
                        S("') and position"),
                    ],
                ))
            }
            None if row.shape().rest != Shape::NONE => self.place_rest(row, args, name, value),
            None => {
                self.cx.heap.dec(value);
                // `sorted` hands its keywords to `list.sort`, which complains.
                let is_sorted = native::name(&self.cx, native) == b"sorted";
                let own = if is_sorted { S("sort") } else { self.shown_name(native) };
                Err(raise::type_error(
                    &mut self.cx,
                    &[S("'"), V(name), S("' is an invalid keyword argument for "), own, S("()")],
                ))
            }
        }
    }

    /// Puts a named argument without a place of its own into the dict of the others.
    fn place_rest(
        &mut self,
        row: &'static NativeDef,
        args: &mut Arguments,
        name: Value,
        value: Value,
    ) -> Outcome<()> {
        let place = usize::from(row.shape().rest);
        if args.values[place].is_unbound() {
            match dict::new(&mut self.cx) {
                Ok(rest) => args.values[place] = rest.value(),
                Err(error) => {
                    self.cx.heap.dec(value);
                    return Err(error.into());
                }
            }
            args.count = args.count.max(place + 1);
        }
        // The key is a str: nothing needs a call.
        let stored = dict::set(&mut self.cx, args.values[place].as_ref(), name, value);
        match stored {
            Ok(dict::Done::Yes) => Ok(()),
            Ok(dict::Done::NeedsCall) => {
                self.cx.heap.dec(value);
                Err(raise::type_error(&mut self.cx, &[S("keywords must be strings")]))
            }
            Err(exit) => {
                self.cx.heap.dec(value);
                Err(exit)
            }
        }
    }

    fn check_required(
        &mut self,
        native: Ref,
        row: &'static NativeDef,
        args: &mut Arguments,
        positional: usize,
    ) -> Outcome<()> {
        let (total, most_positional) =
            (usize::from(row.shape().total), usize::from(row.shape().unnamed));
        let open = row.shape().star != Shape::NONE;
        if !open
            && positional > most_positional
            && most_positional == 1
            && row.role == native::Role::Function
        {
            let name = self.cx.heap.space.value(native, word::NAME);
            return Err(raise::type_error(
                &mut self.cx,
                &[V(name), S("() takes no positional arguments")],
            ));
        }
        if (row.max != ANY && positional > usize::from(row.max))
            || (!open && positional > most_positional)
        {
            return Err(self.wrong_count(native, row, positional));
        }
        let missing = (0..usize::from(row.min)).any(|at| args.values[at].is_unbound());
        if missing {
            return Err(self.wrong_count(native, row, args.count.min(positional)));
        }
        if !open {
            args.count = total;
        }
        Ok(())
    }
}

/// The words that stand for places.
fn places(params: &str) -> impl Iterator<Item = &str> {
    params.split(' ').filter(|word| *word != "/" && *word != "*")
}

/// Special methods whose error begins with the blank that CPython's has.
const ARGUMENTS_UNPACKED: [&str; 4] = ["__setitem__", "__mul__", "__rmul__", "__imul__"];

/// Special methods that are methods like others in CPython, not wrappers of a type's own functions.
const ORDINARY: [&str; 14] = [
    "__reversed__",
    "__sizeof__",
    "__length_hint__",
    "__format__",
    "__reduce__",
    "__reduce_ex__",
    "__getnewargs__",
    "__round__",
    "__trunc__",
    "__floor__",
    "__ceil__",
    "__dir__",
    "__complex__",
    "__bytes__",
];

/// Is this native a special method with CPython's short message for wrong counts?
fn is_slot(owner: Value, name: &[u8]) -> bool {
    let special = name.len() > 4 && name.starts_with(b"__") && name.ends_with(b"__");
    let lookup = match name {
        b"__getitem__" => [types::LIST.value(), types::DICT.value()].contains(&owner),
        b"__contains__" => {
            [types::DICT, types::SET, types::FROZENSET].iter().any(|class| class.value() == owner)
        }
        _ => name.windows(5).any(|part| part == b"class") || is_one_of(name, &ORDINARY),
    };
    special && !lookup
}

fn is_one_of(name: &[u8], list: &[&str]) -> bool {
    list.iter().any(|text| text.as_bytes() == name)
}

/// The place of a parameter that may be given by name.
fn parameter_index(params: &str, name: &[u8]) -> Option<usize> {
    let named_from = params.split(' ').position(|word| word == "/").unwrap_or_default();
    places(params)
        .enumerate()
        .find(|(at, word)| *at >= named_from && word.as_bytes() == name && !word.starts_with('*'))
        .map(|(at, _)| at)
}
