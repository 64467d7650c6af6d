//! `super`: attributes of the classes behind one class, bound to an object.
//!
//! Not here: the lookup (objects/attr.rs), `super().method()` without a `super` object (crate `vm`).

use crate::support::{self, arg_or_none};
use threadsnake_heap::{Ref, Value, header, kind};
use threadsnake_objects::attr::super_word as word;
use threadsnake_objects::class;
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::natives;
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::types;

natives! {
    /// `super` methods.
    pub static METHODS;
    "__get__"         get         2..=3;
    "__new__"         new         1..=3 Static;
    "__repr__"        repr_of     1..=1;
    "__self__"        object_of   1..=1 Getter;
    "__self_class__"  type_of     1..=1 Getter;
    "__thisclass__"   class_of    1..=1 Getter;
}

fn receiver(cx: &mut Cx, value: Value, name: &str) -> Outcome<Ref> {
    match cx.as_kind(value, kind::SUPER) {
        Some(object) => Ok(object),
        None => Err(support::wrong_receiver(cx, types::SUPER, name, value)),
    }
}

/// The class whose order of resolution is searched for an object: its own, or the object if it is a class
/// derived from `after`.
pub fn search_class(cx: &mut Cx, after: Ref, object: Value) -> Outcome<Ref> {
    if class::is_class(cx, object) && class::is_subclass(cx, object.as_ref(), after) {
        return Ok(object.as_ref());
    }
    let own = cx.type_of(object);
    if class::is_subclass(cx, own, after) {
        return Ok(own);
    }
    Err(raise::type_error(cx, &[S("super(type, obj): obj must be an instance or subtype of type")]))
}

fn make(cx: &mut Cx, after: Ref, object: Value, searched: Ref) -> NativeResult {
    let made = cx.heap.alloc(4)?;
    cx.heap.space.store(made.0, header::fresh(kind::SUPER));
    cx.heap.space.set_word(made, word::CLASS, after.0);
    cx.heap.space.set_word(made, word::OBJECT, object.0);
    cx.heap.space.set_word(made, word::TYPE, searched.0);
    cx.heap.inc_ref(after);
    cx.heap.inc(object);
    cx.heap.inc_ref(searched);
    Ok(made.value())
}

/// `super(type)`, `super(type, object)`.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    support::new_class(cx, args[0], types::SUPER)?;
    if args.len() == 1 {
        return Err(raise::runtime_error(cx, &[S("super(): no arguments")]));
    }
    if !class::is_class(cx, args[1]) {
        return Err(raise::type_error(
            cx,
            &[S("super() argument 1 must be a type, not "), T(args[1])],
        ));
    }
    let after = args[1].as_ref();
    let object = arg_or_none(args, 2);
    if object == Value::NONE {
        return make(cx, after, Value::UNBOUND, Ref::NIL);
    }
    let searched = search_class(cx, after, object)?;
    make(cx, after, object, searched)
}

/// An unbound `super` becomes a bound one.
fn get(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let this = receiver(cx, args[0], "__get__")?;
    let is_bound = cx.heap.space.word(this, word::OBJECT) != 0;
    if is_bound || args[1] == Value::NONE {
        return Ok(cx.heap.share(args[0]));
    }
    let after = Ref(cx.heap.space.word(this, word::CLASS));
    let searched = search_class(cx, after, args[1])?;
    make(cx, after, args[1], searched)
}

fn part(cx: &mut Cx, args: &[Value], place: u32, name: &str) -> NativeResult {
    let this = receiver(cx, args[0], name)?;
    let value = cx.heap.space.value(this, place);
    Ok(if value.is_unbound() { Value::NONE } else { cx.heap.share(value) })
}

fn object_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, word::OBJECT, "__self__")
}

fn class_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, word::CLASS, "__thisclass__")
}

fn type_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    part(cx, args, word::TYPE, "__self_class__")
}

/// `<super: <class 'A'>, <B object>>`.
fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let this = receiver(cx, args[0], "__repr__")?;
    let after = Ref(cx.heap.space.word(this, word::CLASS));
    let searched = Ref(cx.heap.space.word(this, word::TYPE));
    let text = if searched.is_nil() {
        raise::build(cx, &[S("<super: <class '"), C(after), S("'>, NULL>")])
    } else {
        raise::build(
            cx,
            &[S("<super: <class '"), C(after), S("'>, <"), C(searched), S(" object>>")],
        )
    };
    Ok(text?)
}
