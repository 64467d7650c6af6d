//! `object`: what every value can do.
//!
//! Not here: the machine's own lookup of attributes (objects/attr.rs), `dir` of modules and classes
//! (builtins/names.rs).

use crate::builtins::names as naming;
use crate::support::{self, arg};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::attr::{self, Found, Store};
use threadsnake_objects::class::{self, flag};
use threadsnake_objects::class_new;
use threadsnake_objects::cx::{Cx, Exit, NativeResult, Outcome};
use threadsnake_objects::instance::{self, extra, layout};
use threadsnake_objects::natives;
use threadsnake_objects::prelude::Prelude;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{dict, hash, int, names, repr, tuple, types};

natives! {
    /// `object` methods.
    pub static METHODS;
    "__class__"          class_of            1..=2 Getter;
    "__delattr__"        delattr             2..=2;
    "__dict__"           dict_of             1..=2 Getter;
    "__dir__"            dir                 1..=1;
    "__doc__"            doc                 1..=1 Getter;
    "__eq__"             eq                  2..=2;
    "__format__"         format              2..=2;
    "__ge__"             unordered           2..=2;
    "__getattribute__"   getattribute        2..=2;
    "__gt__"             unordered           2..=2;
    "__hash__"           hash_of             1..=1;
    "__init__"           init                1..=255 Function "self / *args **kwargs";
    "__init_subclass__"  init_subclass       1..=255 Class "cls / *args **kwargs";
    "__le__"             unordered           2..=2;
    "__lt__"             unordered           2..=2;
    "__module__"         module              1..=1 Getter;
    "__ne__"             ne                  2..=2;
    "__new__"            new                 1..=255 Static "cls / *args **kwargs";
    "__reduce__"         reduce              1..=1;
    "__reduce_ex__"      reduce              2..=2;
    "__repr__"           repr_of             1..=1;
    "__setattr__"        setattr             3..=3;
    "__sizeof__"         sizeof              1..=1;
    "__str__"            str_of              1..=1;
    "__subclasshook__"   subclasshook        1..=255 Class;
}

/// Was anything given beside the receiver, with parameters `receiver / *args **kwargs`?
fn has_excess(cx: &Cx, args: &[Value]) -> bool {
    let star = cx.as_kind(arg(args, 1), kind::TUPLE);
    star.is_some_and(|star| tuple::len(cx, star) > 0)
        || !support::is_empty_mapping(cx, arg(args, 2))
}

/// Is the method that a class finds under this name the one of `object`?
fn has_plain(cx: &Cx, class: Ref, name: Value) -> bool {
    class::lookup_where(cx, class, name).is_none_or(|(owner, _)| owner == types::OBJECT)
}

/// `object.__new__(cls, *args, **kwargs)`. O(1). Arguments are an error unless `__init__` wants them.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = support::new_class(cx, args[0], types::OBJECT)?;
    let flags = class::flags(cx, class);
    if flags & (flag::PAYLOAD | flag::META | flag::EXCEPTION) != 0
        || (flags & flag::HEAP == 0 && class != types::OBJECT)
    {
        return Err(unsafe_new(cx, class, flags));
    }
    if has_excess(cx, args) {
        if !has_plain(cx, class, names::NEW) {
            return Err(raise::type_error(
                cx,
                &[S("object.__new__() takes exactly one argument (the type to instantiate)")],
            ));
        }
        if has_plain(cx, class, names::INIT) {
            return Err(raise::type_error(cx, &[C(class), S("() takes no arguments")]));
        }
    }
    if flags & flag::ABSTRACT != 0 {
        return Err(cx.tail_prelude(Prelude::AbstractError, &[class.value()]));
    }
    let layout = Ref(cx.heap.space.word(class, class::word::LAYOUT));
    Ok(instance::new(cx, layout)?.value())
}

#[cold]
fn unsafe_new(cx: &mut Cx, class: Ref, flags: u32) -> Exit {
    let wrapped = types::of_kind((flags & flag::KIND_MASK) as u8);
    let maker = if flags & flag::META != 0 {
        types::TYPE
    } else if flags & flag::EXCEPTION != 0 {
        types::BASE_EXCEPTION
    } else if flags & flag::HEAP == 0 {
        class
    } else {
        wrapped
    };
    raise::type_error(
        cx,
        &[S("object.__new__("), C(class), S(") is not safe, use "), C(maker), S(".__new__()")],
    )
}

/// `object.__init__(self)`. Arguments are an error unless `__new__` wants them.
fn init(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if has_excess(cx, args) {
        let class = cx.type_of(args[0]);
        if !has_plain(cx, class, names::INIT) {
            return Err(raise::type_error(
                cx,
                &[S("object.__init__() takes exactly one argument (the instance to initialize)")],
            ));
        }
        if has_plain(cx, class, names::NEW) {
            return Err(raise::type_error(cx, &[C(class), S("() takes no arguments")]));
        }
    }
    Ok(Value::NONE)
}

/// `object.__init_subclass__()`: nothing; arguments are an error.
fn init_subclass(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if !support::is_empty_mapping(cx, arg(args, 2)) {
        let class = args[0];
        let owner = if class::is_class(cx, class) { class.as_ref() } else { types::OBJECT };
        return Err(raise::type_error(
            cx,
            &[C(owner), S(".__init_subclass__() takes no keyword arguments")],
        ));
    }
    Ok(Value::NONE)
}

fn subclasshook(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::NOT_IMPLEMENTED)
}

fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    repr::plain_object(cx, args[0])
}

/// `object.__str__`: what `repr` says.
fn str_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    repr::repr(cx, args[0])
}

/// `object.__format__(self, spec)`: `str(self)`, and no spec.
fn format(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if cx.payload(args[1], kind::STR).is_none() {
        return Err(raise::type_error(
            cx,
            &[S("__format__() argument must be str, not "), T(args[1])],
        ));
    }
    if !support::text(cx, args[1]).is_empty() {
        return Err(raise::type_error(
            cx,
            &[S("unsupported format string passed to "), T(args[0]), S(".__format__")],
        ));
    }
    repr::str(cx, args[0])
}

fn eq(_: &mut Cx, args: &[Value]) -> NativeResult {
    Ok(if args[0] == args[1] { Value::TRUE } else { Value::NOT_IMPLEMENTED })
}

/// `object.__ne__`: the opposite of `__eq__`.
fn ne(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = cx.type_of(args[0]);
    if has_plain(cx, class, names::EQ) {
        return Ok(if args[0] == args[1] { Value::FALSE } else { Value::NOT_IMPLEMENTED });
    }
    Err(cx.tail_prelude(Prelude::ObjectNe, &[args[0], args[1]]))
}

fn unordered(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::NOT_IMPLEMENTED)
}

/// `object.__hash__`: where the object lies.
fn hash_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    match args[0].object_ref() {
        Some(object) => Ok(int::from_u32(cx, hash::of_place(object))?),
        None => Ok(hash::visible(cx, args[0])?.unwrap_or(Value::small(0))),
    }
}

fn getattribute(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let name = support::name_arg(cx, args[1])?;
    let class = cx.type_of(args[0]);
    let looked_up = attr::get_plain(cx, args[0], class, name);
    let result = match looked_up {
        Ok(Found::Missing) => Err(attr::not_found(cx, args[0], name)),
        Ok(found) => support::found(cx, args[0], found).map(|value| value.unwrap_or(Value::NONE)),
        Err(exit) => Err(exit),
    };
    cx.heap.dec(name);
    result
}

fn setattr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    store(cx, args[0], args[1], args[2])
}

fn delattr(cx: &mut Cx, args: &[Value]) -> NativeResult {
    store(cx, args[0], args[1], Value::UNBOUND)
}

fn store(cx: &mut Cx, object: Value, name: Value, value: Value) -> NativeResult {
    let name = support::name_arg(cx, name)?;
    let class = cx.type_of(object);
    let stored = attr::set_plain(cx, object, class, name, value);
    let result = match stored {
        Ok(Store::Done) => Ok(Value::NONE),
        Ok(Store::Call(callee, args, count)) => {
            Err(cx.tail_call(callee, args.get(..count).unwrap_or(&[])))
        }
        Err(exit) => Err(exit),
    };
    cx.heap.dec(name);
    result
}

/// `__dir__`: names of the object's own attributes and of its class's.
fn dir(cx: &mut Cx, args: &[Value]) -> NativeResult {
    naming::list_of_object(cx, args[0])
}

/// Classes without a docstring have none to show.
fn doc(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::NONE)
}

/// `__module__` of an instance is that of its class.
fn module(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = cx.type_of(args[0]);
    let module = class_new::module(cx, class);
    Ok(cx.heap.share(module))
}

fn reduce(cx: &mut Cx, args: &[Value]) -> NativeResult {
    Err(raise::type_error(cx, &[S("cannot pickle '"), T(args[0]), S("' object")]))
}

/// `__sizeof__`: the bytes of the object and of the blocks that are its own.
fn sizeof(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let bytes = crate::modules::sys::bytes_of(cx, args[0]);
    Ok(int::from_u32(cx, bytes)?)
}

fn class_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    if args.len() == 1 {
        let class = cx.type_of(args[0]);
        cx.heap.inc_ref(class);
        return Ok(class.value());
    }
    change_class(cx, args[0], args[1])?;
    Ok(Value::NONE)
}

/// `object.__class__ = other`: for instances of classes made by scripts that hide the same slots.
#[inline(never)]
fn change_class(cx: &mut Cx, object: Value, other: Value) -> Outcome<()> {
    if other.is_unbound() {
        return Err(raise::type_error(cx, &[S("can't delete __class__ attribute")]));
    }
    if !class::is_class(cx, other) {
        return Err(raise::type_error(
            cx,
            &[S("__class__ must be set to a class, not '"), T(other), S("' object")],
        ));
    }
    let (old, new) = (cx.type_of(object), other.as_ref());
    let both = class::flags(cx, old) & class::flags(cx, new);
    if both & flag::HEAP == 0 || both & flag::META != 0 {
        return Err(raise::type_error(
            cx,
            &[S("__class__ assignment only supported for mutable types or ModuleType subclasses")],
        ));
    }
    let Some(target) = object.object_ref() else { return Ok(()) };
    if !same_slots(cx, old, new) {
        return Err(raise::type_error(
            cx,
            &[
                S("__class__ assignment: '"),
                C(new),
                S("' object layout differs from '"),
                C(old),
                S("'"),
            ],
        ));
    }
    relabel(cx, target, new)
}

/// Do instances of two classes hide the same slots?
#[inline(never)]
fn same_slots(cx: &mut Cx, a: Ref, b: Ref) -> bool {
    use class_new::slots;
    let mut names_a = [Value::UNBOUND; threadsnake_objects::layout::INLINE_MAX as usize];
    let count = slots::of_base(cx, a, &mut names_a);
    let kinds = class::payload_kind(cx, a) == class::payload_kind(cx, b);
    let names_a = names_a.get(..count).unwrap_or(&[]);
    kinds && slots::are(cx, b, names_a) && slots::has_dict(cx, a) == slots::has_dict(cx, b)
}

/// Gives an instance a layout of another class that has as many words.
#[inline(never)]
fn relabel(cx: &mut Cx, target: Ref, class: Ref) -> Outcome<()> {
    if class_new::slots::has_dict(cx, class) {
        instance::materialise(cx, target)?;
    }
    let old = instance::layout_of(cx, target);
    let (_, inline, hidden) = instance::counts(cx, old);
    let names_block = Ref(cx.heap.space.word(old, layout::NAMES));
    let mut names = [Value::UNBOUND; threadsnake_objects::layout::INLINE_MAX as usize];
    let names = names.get_mut(..hidden as usize).unwrap_or(&mut []);
    for (at, name) in names.iter_mut().enumerate() {
        *name = cx.heap.space.value(names_block, 1 + at as u32);
    }
    let renewed = threadsnake_objects::layout::like(cx, class, names, hidden, inline, old)?;
    let holder = if cx.heap.kind(target) == kind::INSTANCE {
        target
    } else {
        Ref(cx.heap.space.word(target, 1))
    };
    cx.heap.space.set_word(holder, extra::LAYOUT, renewed.0);
    cx.heap.dec_ref(old);
    Ok(())
}

/// `__dict__` of instances, functions' own is in function.rs.
fn dict_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let object = args[0];
    let class = cx.type_of(object);
    let is_instance = matches!(cx.kind_of(object), kind::INSTANCE | kind::INSTANCE_X);
    if !is_instance || !has_dict(cx, class) {
        return Err(attr::not_found(cx, object, names::DICT));
    }
    let members = instance::materialise(cx, object.as_ref())?;
    if args.len() == 1 {
        return Ok(cx.heap.share(members.value()));
    }
    let given = args[1];
    if cx.as_kind(given, kind::DICT).is_none() {
        return Err(raise::type_error(
            cx,
            &[S("__dict__ must be set to a dictionary, not a '"), T(given), S("'")],
        ));
    }
    let block = Ref(cx.heap.space.word(object.as_ref(), 1));
    cx.heap.inc(given);
    cx.heap.space.set_word(block, extra::DICT, given.0);
    cx.heap.dec_ref(members);
    Ok(Value::NONE)
}

fn has_dict(cx: &Cx, class: Ref) -> bool {
    class_new::slots::has_dict(cx, class) && class != types::OBJECT
}

/// The keys of an instance's attributes, for `dir`.
pub fn own_names(cx: &mut Cx, object: Ref, into: Ref) -> Outcome<()> {
    if let Some(members) = instance::dict_of(cx, object) {
        return naming::add_keys(cx, members, into);
    }
    let layout_here = instance::layout_of(cx, object);
    let (used, _, _) = instance::counts(cx, layout_here);
    for slot in 0..used {
        let block = Ref(cx.heap.space.word(layout_here, layout::NAMES));
        let name = cx.heap.space.value(block, 1 + slot);
        if !name.is_unbound() && !instance::slot_value(cx, object, slot).is_unbound() {
            dict::set_interned(cx, into, name, Value::NONE)?;
        }
    }
    Ok(())
}
