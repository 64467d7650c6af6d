//! `type`: classes as objects.
//!
//! Not here: making a class (objects/class_new.rs), what runs script code while one is made
//! (`__set_name__`, `__init_subclass__`: prelude class_.py).

use crate::builtins::names as naming;
use crate::support::{self, arg};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::class::{self, flag, word};
use threadsnake_objects::class_new::{self, change};
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::natives;
use threadsnake_objects::prelude::{self, Prelude};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::view::{self, What};
use threadsnake_objects::{dict, intern, list, names, str, tuple, types};

natives! {
    /// `type` methods.
    pub static METHODS;
    "__annotations__"    annotations         1..=2 Getter;
    "__base__"           base                1..=1 Getter;
    "__bases__"          bases               1..=1 Getter;
    "__call__"           call                1..=255 Function "cls / *args **kwargs";
    "__dict__"           dict_of             1..=1 Getter;
    "__dir__"            dir                 1..=1;
    "__doc__"            doc                 1..=2 Getter;
    "__init__"           init                1..=255 Function "cls / *args **kwargs";
    "__instancecheck__"  instancecheck       2..=2;
    "__module__"         module              1..=2 Getter;
    "__mro__"            mro_tuple           1..=1 Getter;
    "__name__"           name                1..=2 Getter;
    "__new__"            new                 1..=255 Static "cls / *args **kwargs";
    "__or__"             union               2..=2;
    "__prepare__"        prepare             1..=255 Class "cls / *args **kwargs";
    "__qualname__"       qualname            1..=2 Getter;
    "__repr__"           repr_of             1..=1;
    "__ror__"            union_reversed      2..=2;
    "__subclasscheck__"  subclasscheck       2..=2;
    "__subclasses__"     subclasses          1..=1;
    "mro"                mro                 1..=1;
}

fn receiver(cx: &mut Cx, value: Value, method: &str) -> Outcome<Ref> {
    if class::is_class(cx, value) {
        Ok(value.as_ref())
    } else {
        Err(support::wrong_receiver(cx, types::TYPE, method, value))
    }
}

/// `type(x)`, `type(name, bases, namespace, **kwargs)`. The namespace is copied.
fn new(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let meta = support::new_class(cx, args[0], types::TYPE)?;
    let given = cx.as_kind(arg(args, 1), kind::TUPLE);
    let count = given.map_or(0, |given| tuple::len(cx, given));
    let Some(given) = given.filter(|_| count == 3 || (count == 1 && meta == types::TYPE)) else {
        return Err(raise::type_error(cx, &[S("type() takes 1 or 3 arguments")]));
    };
    let first = tuple::item(cx, given, 0);
    if count == 1 {
        let class = cx.type_of(first);
        cx.heap.inc_ref(class);
        return Ok(class.value());
    }
    let bases = tuple::item(cx, given, 1);
    let namespace = tuple::item(cx, given, 2);
    if let Some(winner) = other_winner(cx, meta, bases)? {
        let callee = prelude::function(cx, Prelude::CallInstance);
        return Err(support::tail_any(cx, callee, &[winner.value()], given.value(), arg(args, 2)));
    }
    let made = make(cx, meta, [first, bases, namespace])?;
    finish(cx, made, arg(args, 2))
}

/// A metaclass of the bases that makes its classes itself, when it goes before the one that was called.
fn other_winner(cx: &mut Cx, meta: Ref, bases: Value) -> Outcome<Option<Ref>> {
    let Some(bases) = cx.as_kind(bases, kind::TUPLE) else { return Ok(None) };
    let winner = class_new::pick_meta(cx, meta, bases)?;
    let is_other = winner != meta && support::script_method(cx, winner, names::NEW).is_some();
    Ok(is_other.then_some(winner))
}

fn make(cx: &mut Cx, meta: Ref, [name, bases, namespace]: [Value; 3]) -> Outcome<Ref> {
    let Some(text) = cx.payload(name, kind::STR) else {
        return Err(wrong_argument(cx, 1, "str", name));
    };
    let Some(bases) = cx.payload(bases, kind::TUPLE) else {
        return Err(wrong_argument(cx, 2, "tuple", bases));
    };
    let Some(members) = cx.payload(namespace, kind::DICT) else {
        return Err(wrong_argument(cx, 3, "dict", namespace));
    };
    if str::bytes(cx, text).contains(&0) {
        return Err(raise::value_error(cx, &[S("type name must not contain null characters")]));
    }
    let name = intern::intern(cx, text.value())?;
    let made = class_new::build(cx, meta, name, bases, members);
    cx.heap.dec(name);
    made
}

fn wrong_argument(
    cx: &mut Cx,
    index: i64,
    wanted: &str,
    value: Value,
) -> threadsnake_objects::cx::Exit {
    raise::type_error(
        cx,
        &[
            S("type.__new__() argument "),
            I(index),
            S(" must be "),
            S(wanted),
            S(", not "),
            T(value),
        ],
    )
}

/// Script code that wants to hear of a new class (owned) hears of it; the class is the result.
fn finish(cx: &mut Cx, made: Ref, keywords: Value) -> NativeResult {
    let hook = class::lookup_after(cx, made, made, names::INIT_SUBCLASS);
    let has_hook = hook.is_some_and(|hook| cx.as_kind(hook, kind::NATIVE).is_none());
    if !has_hook && support::is_empty_mapping(cx, keywords) && !wants_names(cx, made) {
        return Ok(made.value());
    }
    let callee = prelude::function(cx, Prelude::FinishClass);
    let exit = support::tail_any(cx, callee, &[made.value()], Value::UNBOUND, keywords);
    cx.heap.dec_ref(made);
    Err(exit)
}

/// Is there an attribute whose type has `__set_name__`?
fn wants_names(cx: &Cx, made: Ref) -> bool {
    let Some(members) = cx.heap.space.value(made, word::DICT).object_ref() else { return false };
    let mut from = 0;
    while let Some((entry, _, value)) = dict::next(cx, members, from) {
        let is_instance = matches!(cx.kind_of(value), kind::INSTANCE | kind::INSTANCE_X);
        if is_instance && class::lookup(cx, cx.type_of(value), names::SET_NAME).is_some() {
            return true;
        }
        from = entry + 1;
    }
    false
}

/// `type.__init__`: everything was done by `__new__`.
fn init(_: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(Value::NONE)
}

/// `type.__call__(cls, *args, **kwargs)`: makes an instance.
fn call(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__call__")?;
    let callee = prelude::function(cx, Prelude::CallInstance);
    Err(support::tail_any(cx, callee, &[args[0]], arg(args, 1), arg(args, 2)))
}

fn prepare(cx: &mut Cx, _: &[Value]) -> NativeResult {
    Ok(dict::new(cx)?.value())
}

fn repr_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__repr__")?;
    text_of(cx, class)
}

/// `<class 'module.qualname'>`.
pub fn text_of(cx: &mut Cx, class: Ref) -> NativeResult {
    let module = class_new::module(cx, class);
    let name = class_new::qualname(cx, class);
    let is_plain = module == names::BUILTINS_MODULE || cx.payload(module, kind::STR).is_none();
    let text = if is_plain {
        raise::build(cx, &[S("<class '"), V(name), S("'>")])
    } else {
        raise::build(cx, &[S("<class '"), V(module), S("."), V(name), S("'>")])
    };
    Ok(text?)
}

/// Refuses to change a builtin type.
fn check_open(cx: &mut Cx, class: Ref, name: &str) -> Outcome<()> {
    if class::flags(cx, class) & flag::HEAP != 0 {
        return Ok(());
    }
    Err(raise::type_error(
        cx,
        &[S("cannot set '"), S(name), S("' attribute of immutable type '"), C(class), S("'")],
    ))
}

fn refuse_delete(cx: &mut Cx, class: Ref, name: &str) -> threadsnake_objects::cx::Exit {
    raise::type_error(
        cx,
        &[S("cannot delete '"), S(name), S("' attribute of type '"), C(class), S("'")],
    )
}

/// Puts a borrowed value into a word of a class.
fn set_word(cx: &mut Cx, class: Ref, place: u32, value: Value) {
    let old = cx.heap.space.value(class, place);
    cx.heap.inc(value);
    cx.heap.space.set_word(class, place, value.0);
    cx.heap.dec(old);
}

fn name(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__name__")?;
    if args.len() == 1 {
        let name = class::name(cx, class);
        return Ok(cx.heap.share(name));
    }
    check_open(cx, class, "__name__")?;
    let Some(text) = cx.payload(args[1], kind::STR) else {
        if args[1].is_unbound() {
            return Err(refuse_delete(cx, class, "__name__"));
        }
        return Err(raise::type_error(
            cx,
            &[S("can only assign string to "), C(class), S(".__name__, not '"), T(args[1]), S("'")],
        ));
    };
    keep_qualname(cx, class)?;
    let name = intern::intern(cx, text.value())?;
    set_word(cx, class, word::NAME, name);
    cx.heap.dec(name);
    Ok(Value::NONE)
}

/// A class whose qualified name is its name says so before the name changes.
fn keep_qualname(cx: &mut Cx, class: Ref) -> Outcome<()> {
    let Some(members) = cx.heap.space.value(class, word::DICT).object_ref() else { return Ok(()) };
    if dict::find_interned(cx, members, names::QUALNAME).is_some() {
        return Ok(());
    }
    let name = class::name(cx, class);
    cx.heap.inc(name);
    dict::set_interned(cx, members, names::QUALNAME, name).inspect_err(|_| cx.heap.dec(name))
}

fn qualname(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__qualname__")?;
    if args.len() == 1 {
        let name = class_new::qualname(cx, class);
        return Ok(cx.heap.share(name));
    }
    check_open(cx, class, "__qualname__")?;
    if cx.payload(args[1], kind::STR).is_none() {
        if args[1].is_unbound() {
            return Err(refuse_delete(cx, class, "__qualname__"));
        }
        return Err(raise::type_error(
            cx,
            &[
                S("can only assign string to "),
                C(class),
                S(".__qualname__, not '"),
                T(args[1]),
                S("'"),
            ],
        ));
    }
    change::set_attribute(cx, class, names::QUALNAME, args[1])?;
    Ok(Value::NONE)
}

fn module(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__module__")?;
    if args.len() == 1 {
        let module = class_new::module(cx, class);
        return Ok(cx.heap.share(module));
    }
    check_open(cx, class, "__module__")?;
    if args[1].is_unbound() {
        return Err(refuse_delete(cx, class, "__module__"));
    }
    set_word(cx, class, word::MODULE, args[1]);
    Ok(Value::NONE)
}

fn doc(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__doc__")?;
    if args.len() == 1 {
        let own = class::own(cx, class, names::DOC)
            .filter(|&doc| cx.as_kind(doc, kind::NATIVE).is_none());
        return Ok(cx.heap.share(own.unwrap_or(Value::NONE)));
    }
    check_open(cx, class, "__doc__")?;
    change::set_attribute(cx, class, names::DOC, args[1])?;
    Ok(Value::NONE)
}

/// `__annotations__` of a class: its own dict of them, made when there is none.
fn annotations(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__annotations__")?;
    if args.len() == 2 {
        check_open(cx, class, "__annotations__")?;
        change::set_attribute(cx, class, names::ANNOTATIONS, args[1])?;
        return Ok(Value::NONE);
    }
    if class::flags(cx, class) & flag::HEAP == 0 {
        return Err(threadsnake_objects::attr::not_found(cx, args[0], names::ANNOTATIONS));
    }
    if let Some(own) = class::own(cx, class, names::ANNOTATIONS) {
        return Ok(cx.heap.share(own));
    }
    let fresh = dict::new(cx)?;
    let stored = change::set_attribute(cx, class, names::ANNOTATIONS, fresh.value());
    if let Err(exit) = stored {
        cx.heap.dec_ref(fresh);
        return Err(exit);
    }
    Ok(fresh.value())
}

fn bases(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__bases__")?;
    let bases = cx.heap.space.value(class, word::BASES);
    Ok(if bases.is_unbound() {
        threadsnake_objects::statics::EMPTY_TUPLE
    } else {
        cx.heap.share(bases)
    })
}

fn base(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__base__")?;
    let Some(bases) = cx.heap.space.value(class, word::BASES).object_ref() else {
        return Ok(Value::NONE);
    };
    if tuple::len(cx, bases) == 0 {
        return Ok(Value::NONE);
    }
    let best = class_new::best_base(cx, bases)?;
    Ok(cx.heap.share(best.value()))
}

fn mro_tuple(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__mro__")?;
    let count = class::mro_tail(cx, class).len() as u32;
    let order = tuple::new(cx, count + 1)?;
    cx.heap.inc_ref(class);
    tuple::set_item(cx, order, 0, class.value());
    for at in 0..count {
        let base = class::mro_tail(cx, class).get(at as usize).copied().unwrap_or(Value::NONE);
        cx.heap.inc(base);
        tuple::set_item(cx, order, at + 1, base);
    }
    Ok(order.value())
}

/// `type.mro()`: the order of resolution as a list.
fn mro(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let order = mro_tuple(cx, args)?;
    let items = list::from_part(cx, order.0 + tuple::ITEMS * 4, tuple::len(cx, order.as_ref()));
    cx.heap.dec(order);
    Ok(items?.value())
}

/// `__subclasses__()`: looks through the heap.
fn subclasses(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__subclasses__")?;
    let found = list::new(cx)?;
    let mut at = Ref::NIL;
    while let Some(next) = change::next_subclass(cx, class, at) {
        at = next;
        cx.heap.inc_ref(next);
        if let Err(error) = list::push(cx, found, next.value()) {
            cx.heap.dec_ref(next);
            cx.heap.dec_ref(found);
            return Err(error.into());
        }
    }
    Ok(found.value())
}

/// A read-only view of the class's attributes.
fn dict_of(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__dict__")?;
    if let Some(members) = cx.heap.space.value(class, word::DICT).object_ref() {
        return Ok(view::new(cx, members.value(), What::Mapping)?.value());
    }
    let members = dict::new(cx)?;
    let table = Ref(cx.heap.space.word(class, word::METHODS));
    let filled = naming::copy_rom(cx, table, members)
        .and_then(|()| Ok(view::new(cx, members.value(), What::Mapping)?.value()));
    cx.heap.dec_ref(members);
    filled
}

fn dir(cx: &mut Cx, args: &[Value]) -> NativeResult {
    receiver(cx, args[0], "__dir__")?;
    naming::list_of_object(cx, args[0])
}

/// `type.__instancecheck__(cls, object)`.
fn instancecheck(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__instancecheck__")?;
    let own = cx.type_of(args[1]);
    Ok(Value::bool(class::is_subclass(cx, own, class)))
}

/// `type.__subclasscheck__(cls, other)`.
fn subclasscheck(cx: &mut Cx, args: &[Value]) -> NativeResult {
    let class = receiver(cx, args[0], "__subclasscheck__")?;
    if !class::is_class(cx, args[1]) {
        return Err(raise::type_error(cx, &[S("issubclass() arg 1 must be a class")]));
    }
    Ok(Value::bool(class::is_subclass(cx, args[1].as_ref(), class)))
}

/// `A | B`: a union for annotations and `isinstance`.
fn union(cx: &mut Cx, args: &[Value]) -> NativeResult {
    crate::types::alias::union_of(cx, args[0], args[1])
}

fn union_reversed(cx: &mut Cx, args: &[Value]) -> NativeResult {
    crate::types::alias::union_of(cx, args[1], args[0])
}
