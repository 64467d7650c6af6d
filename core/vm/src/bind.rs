//! Binding the arguments of a call to the parameters of a Python function, with CPython's errors.
//!
//! Not here: natives' parameters (bind_native.rs), choosing where the registers lie (call.rs).

use crate::Vm;
use crate::call::Arguments;
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_image::layout::code;
use threadsnake_objects::cx::{Exit, Outcome};
use threadsnake_objects::function::{self, info as detail};
use threadsnake_objects::raise::{self, Part, Part::*};
use threadsnake_objects::text::Text;
use threadsnake_objects::{dict, tuple};

/// What the binder must know of a code object.
struct Signature {
    function: Ref,
    fp: u32,
    positional: u32,
    positional_only: u32,
    keyword_only: u32,
    has_star: bool,
    has_keywords: bool,
    names: Ref,
}

impl Signature {
    fn star_register(&self) -> u32 {
        self.positional + self.keyword_only
    }

    fn keywords_register(&self) -> u32 {
        self.star_register() + u32::from(self.has_star)
    }
}

impl Vm<'_> {
    /// Moves arguments into the registers at `fp`, which are empty. On an error all are dropped and the
    /// registers are empty again.
    pub(crate) fn bind(
        &mut self,
        function: Ref,
        code: Ref,
        args: &mut Arguments,
        fp: u32,
    ) -> Outcome<()> {
        let space = &self.cx.heap.space;
        let signature = space.load(code.0 + code::CALL_SIGNATURE);
        let named = self.named(args);
        let is_exact = signature as usize == args.count || self.takes_just(code, args.count as u32);
        if is_exact && named == 0 && args.star.is_unbound() && args.keywords.is_unbound() {
            for at in 0..args.count {
                let value = args.values[at];
                self.cx.heap.space.store(fp + at as u32 * 4, value.0);
            }
            args.count = 0;
            return Ok(());
        }
        let shape = self.signature(function, code, fp);
        let result = self.bind_all(&shape, args);
        self.drop_arguments(args);
        if result.is_err() {
            for at in 0..self.registers_of(code) {
                let value = Value(self.cx.heap.space.load(fp + at * 4));
                self.cx.heap.space.store(fp + at * 4, 0);
                self.cx.heap.dec(value);
            }
        }
        result
    }

    /// Are the parameters just so many positional ones? Code of generators is not called simple.
    fn takes_just(&self, code: Ref, count: u32) -> bool {
        let space = &self.cx.heap.space;
        let flags = (space.load(code.0 + code::SIZES) >> 24) as u8;
        let args = space.load(code.0 + code::ARGS);
        flags & (code::VARARGS | code::VARKW) == 0 && args & 0xff == count && args >> 16 & 0xff == 0
    }

    fn signature(&self, function: Ref, code: Ref, fp: u32) -> Signature {
        let space = &self.cx.heap.space;
        let args = space.load(code.0 + code::ARGS);
        let flags = (space.load(code.0 + code::SIZES) >> 24) as u8;
        Signature {
            function,
            fp,
            positional: args & 0xff,
            positional_only: args >> 8 & 0xff,
            keyword_only: args >> 16 & 0xff,
            has_star: flags & code::VARARGS != 0,
            has_keywords: flags & code::VARKW != 0,
            names: threadsnake_objects::code::varnames(&self.cx, code),
        }
    }

    fn bind_all(&mut self, shape: &Signature, args: &mut Arguments) -> Outcome<()> {
        if shape.has_keywords {
            let rest = self.keywords_target(shape, args)?;
            self.fill(shape, shape.keywords_register(), rest);
        }
        let given = self.bind_positional(shape, args)?;
        self.bind_named(shape, args)?;
        self.bind_mapping(shape, args)?;
        self.check_too_many(shape, given)?;
        self.bind_defaults(shape)
    }

    fn get(&self, shape: &Signature, register: u32) -> Value {
        Value(self.cx.heap.space.load(shape.fp + register * 4))
    }

    fn fill(&mut self, shape: &Signature, register: u32, value: Value) {
        self.cx.heap.space.store(shape.fp + register * 4, value.0);
    }

    /// The dict for `**name`: the caller's own when nobody else has it and nothing in it is a parameter.
    fn keywords_target(&mut self, shape: &Signature, args: &mut Arguments) -> Outcome<Value> {
        if let Some(given) = self.cx.as_kind(args.keywords, kind::DICT)
            && self.cx.heap.is_unique(given)
            && !self.names_a_parameter(shape, given)
            && dict::all_keys_str(&self.cx, given)
        {
            return Ok(core::mem::replace(&mut args.keywords, Value::UNBOUND));
        }
        Ok(dict::new(&mut self.cx)?.value())
    }

    fn names_a_parameter(&self, shape: &Signature, given: Ref) -> bool {
        let names = tuple::items(&self.cx, shape.names);
        names
            .iter()
            .take(shape.star_register() as usize)
            .any(|&name| dict::get_interned(&self.cx, given, name).is_some())
    }

    /// Binds positional arguments; answers how many were given.
    fn bind_positional(&mut self, shape: &Signature, args: &mut Arguments) -> Outcome<u32> {
        let direct = (args.count - self.named(args)) as u32;
        let star_len = match args.star.object_ref() {
            Some(star) => tuple::items(&self.cx, star).len() as u32,
            None => 0,
        };
        let given = direct + star_len;
        for at in 0..given.min(shape.positional) {
            let value = self.take_positional(args, direct, at);
            self.fill(shape, at, value);
        }
        if shape.has_star {
            let rest = self.rest_of(shape, args, direct, given)?;
            self.fill(shape, shape.star_register(), rest);
        }
        Ok(given)
    }

    fn take_positional(&mut self, args: &mut Arguments, direct: u32, at: u32) -> Value {
        if at < direct {
            return core::mem::replace(&mut args.values[at as usize], Value::UNBOUND);
        }
        let item = self.cx.heap.space.value(args.star.as_ref(), 2 + at - direct);
        self.cx.heap.share(item)
    }

    /// The tuple for `*name`; a star tuple that is passed on whole stays the same object.
    fn rest_of(
        &mut self,
        shape: &Signature,
        args: &mut Arguments,
        direct: u32,
        given: u32,
    ) -> Outcome<Value> {
        if direct == 0 && shape.positional == 0 && !args.star.is_unbound() {
            return Ok(core::mem::replace(&mut args.star, Value::UNBOUND));
        }
        let rest = given.saturating_sub(shape.positional);
        let target = tuple::new(&mut self.cx, rest)?;
        for at in 0..rest {
            let value = self.take_positional(args, direct, shape.positional + at);
            tuple::set_item(&mut self.cx, target, at, value);
        }
        Ok(target.value())
    }

    fn bind_named(&mut self, shape: &Signature, args: &mut Arguments) -> Outcome<()> {
        let named = self.named(args);
        let first = args.count - named;
        for at in 0..named {
            let name = self.cx.heap.space.value(args.names, 2 + at as u32);
            let value = core::mem::replace(&mut args.values[first + at], Value::UNBOUND);
            self.bind_name(shape, name, value, (args.names, args.keywords))?;
        }
        Ok(())
    }

    fn bind_mapping(&mut self, shape: &Signature, args: &mut Arguments) -> Outcome<()> {
        let Some(mapping) = self.cx.as_kind(args.keywords, kind::DICT) else { return Ok(()) };
        let mut at = 0;
        while let Some((entry, key, value)) = dict::next(&self.cx, mapping, at) {
            at = entry + 1;
            let Some(text) = self.cx.payload(key, kind::STR) else {
                return Err(raise::type_error(&mut self.cx, &[S("keywords must be strings")]));
            };
            let value = self.cx.heap.share(value);
            let key = threadsnake_objects::intern::intern(&mut self.cx, text.value())
                .inspect_err(|_| self.cx.heap.dec(value))?;
            let bound = self.bind_name(shape, key, value, (args.names, args.keywords));
            self.cx.heap.dec(key);
            bound?;
        }
        Ok(())
    }

    /// Binds one named argument; takes over the value. `all` are the tuple and the mapping of the names given in the
    /// call, for an error.
    fn bind_name(
        &mut self,
        shape: &Signature,
        name: Value,
        value: Value,
        all: (Ref, Value),
    ) -> Outcome<()> {
        let end = shape.star_register() as usize;
        let names = tuple::items(&self.cx, shape.names);
        let found = names.iter().take(end).position(|&parameter| parameter == name);
        if let Some(register) = found.filter(|&at| at as u32 >= shape.positional_only) {
            if self.get(shape, register as u32).is_unbound() {
                self.fill(shape, register as u32, value);
                return Ok(());
            }
            self.cx.heap.dec(value);
            return Err(self.binding_error(
                shape,
                &[S("got multiple values for argument '"), V(name), S("'")],
            ));
        }
        if shape.has_keywords {
            let target = self.get(shape, shape.keywords_register()).as_ref();
            return dict::set_interned(&mut self.cx, target, name, value)
                .inspect_err(|_| self.cx.heap.dec(value));
        }
        self.cx.heap.dec(value);
        if let Some(error) = self.positional_only_error(shape, all) {
            return Err(error);
        }
        Err(self
            .binding_error(shape, &[S("got an unexpected keyword argument '"), V(name), S("'")]))
    }

    /// TypeError that names the positional-only parameters among all names of a call, if there are any.
    #[cold]
    fn positional_only_error(
        &mut self,
        shape: &Signature,
        (names, mapping): (Ref, Value),
    ) -> Option<Exit> {
        const NAMED_MAX: usize = 4;
        let mut parts = [S(""); 2 * NAMED_MAX + 3];
        parts[0] = S("got some positional-only arguments passed as keyword arguments: '");
        let mut count = 0;
        let given = if names.is_nil() { &[][..] } else { tuple::items(&self.cx, names) };
        let mapping = self.cx.as_kind(mapping, kind::DICT);
        for &parameter in
            tuple::items(&self.cx, shape.names).iter().take(shape.positional_only as usize)
        {
            let is_meant = given.contains(&parameter)
                || mapping
                    .is_some_and(|all| dict::get_interned(&self.cx, all, parameter).is_some());
            if is_meant && let Some([comma, part]) = parts.get_mut(1 + 2 * count..3 + 2 * count) {
                *comma = S(if count == 0 { "" } else { ", " });
                *part = V(parameter);
                count += 1;
            }
        }
        if count == 0 {
            return None;
        }
        if let Some(last) = parts.get_mut(1 + 2 * count) {
            *last = S("'");
        }
        Some(self.binding_error(shape, &parts))
    }

    /// TypeError of this function's binding.
    fn binding_error(&mut self, shape: &Signature, message: &[Part]) -> Exit {
        let name = function::qualname(&self.cx, shape.function);
        let mut parts = [S(""); 16];
        let names = name.into_iter().map(V).chain([S("() ")]);
        for (place, part) in parts.iter_mut().zip(names.chain(message.iter().copied())) {
            *place = part;
        }
        raise::type_error(&mut self.cx, &parts)
    }

    fn check_too_many(&mut self, shape: &Signature, given: u32) -> Outcome<()> {
        if shape.has_star || given <= shape.positional {
            return Ok(());
        }
        let defaults = self.default_count(shape);
        let keyword_only = (shape.positional..shape.star_register())
            .filter(|&register| !self.get(shape, register).is_unbound())
            .count() as u32;
        let most = i64::from(shape.positional);
        let plural = if shape.positional == 1 && defaults == 0 { "" } else { "s" };
        let verb = if given == 1 && keyword_only == 0 { " was given" } else { " were given" };
        let least = i64::from(shape.positional - defaults.min(shape.positional));
        let (from, to) =
            if defaults > 0 { (S("takes from "), S(" to ")) } else { (S("takes "), S("")) };
        let least = if defaults > 0 { I(least) } else { S("") };
        if keyword_only > 0 {
            let many = if given == 1 {
                " positional argument (and "
            } else {
                " positional arguments (and "
            };
            let tail = if keyword_only == 1 {
                " keyword-only argument) were given"
            } else {
                " keyword-only arguments) were given"
            };
            return Err(self.binding_error(
                shape,
                &[
                    from,
                    least,
                    to,
                    I(most),
                    S(" positional argument"),
                    S(plural),
                    S(" but "),
                    I(i64::from(given)),
                    S(many),
                    I(i64::from(keyword_only)),
                    S(tail),
                ],
            ));
        }
        Err(self.binding_error(
            shape,
            &[
                from,
                least,
                to,
                I(most),
                S(" positional argument"),
                S(plural),
                S(" but "),
                I(i64::from(given)),
                S(verb),
            ],
        ))
    }

    fn default_count(&self, shape: &Signature) -> u32 {
        match function::detail(&self.cx, shape.function, detail::DEFAULTS).object_ref() {
            Some(defaults) => tuple::items(&self.cx, defaults).len() as u32,
            None => 0,
        }
    }

    fn bind_defaults(&mut self, shape: &Signature) -> Outcome<()> {
        let defaults = function::detail(&self.cx, shape.function, detail::DEFAULTS);
        let count = self.default_count(shape).min(shape.positional);
        let first = shape.positional - count;
        let mut missing = 0;
        for register in 0..shape.positional {
            if !self.get(shape, register).is_unbound() {
                continue;
            }
            if register < first {
                missing += 1;
                continue;
            }
            let value = self.cx.heap.space.value(defaults.as_ref(), 2 + register - first);
            let value = self.cx.heap.share(value);
            self.fill(shape, register, value);
        }
        if missing > 0 {
            return Err(self.missing(shape, missing, 0, first, "positional"));
        }
        self.bind_keyword_defaults(shape)
    }

    fn bind_keyword_defaults(&mut self, shape: &Signature) -> Outcome<()> {
        let defaults = function::detail(&self.cx, shape.function, detail::KWDEFAULTS);
        let mut missing = 0;
        for register in shape.positional..shape.star_register() {
            if !self.get(shape, register).is_unbound() {
                continue;
            }
            let name = self.cx.heap.space.value(shape.names, 2 + register);
            let found = self
                .cx
                .as_kind(defaults, kind::DICT)
                .and_then(|defaults| dict::get_interned(&self.cx, defaults, name));
            match found {
                Some(value) => {
                    let value = self.cx.heap.share(value);
                    self.fill(shape, register, value);
                }
                None => missing += 1,
            }
        }
        if missing > 0 {
            return Err(self.missing(
                shape,
                missing,
                shape.positional,
                shape.star_register(),
                "keyword-only",
            ));
        }
        Ok(())
    }

    /// "missing 2 required positional arguments: 'a' and 'b'"
    fn missing(
        &mut self,
        shape: &Signature,
        count: u32,
        from: u32,
        to: u32,
        what: &'static str,
    ) -> Exit {
        let list = match self.missing_names(shape, count, from, to) {
            Ok(list) => list,
            Err(error) => return error.into(),
        };
        let plural = if count == 1 { " argument: " } else { " arguments: " };
        let exit = self.binding_error(
            shape,
            &[S("missing "), I(i64::from(count)), S(" required "), S(what), S(plural), V(list)],
        );
        self.cx.heap.dec(list);
        exit
    }

    fn missing_names(
        &mut self,
        shape: &Signature,
        count: u32,
        from: u32,
        to: u32,
    ) -> Result<Value, threadsnake_heap::OutOfMemory> {
        let mut text = Text::new(&mut self.cx)?;
        let mut written = 0;
        for register in from..to {
            if !self.get(shape, register).is_unbound() {
                continue;
            }
            let name = self.cx.heap.space.value(shape.names, 2 + register);
            let before: &[u8] = match (written, count) {
                (0, _) => b"'",
                (1, 2) => b" and '",
                (n, _) if n + 1 == count => b", and '",
                _ => b", '",
            };
            let cx = &mut self.cx;
            let pushed = text
                .push(cx, before)
                .and_then(|()| text.push_str(cx, name))
                .and_then(|()| text.push(cx, b"'"));
            if let Err(error) = pushed {
                text.discard(&mut self.cx);
                return Err(error);
            }
            written += 1;
        }
        text.finish(&mut self.cx)
    }
}
