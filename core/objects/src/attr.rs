//! Attributes as Python finds them, as far as no call is needed; where one is, what to call.
//!
//! Order of search for an instance: data descriptor of the class, the instance itself, anything else of
//! the class, `__getattr__`. For a class: data descriptor of the metaclass, the class and its bases, the
//! metaclass.
//!
//! Not here: slots and layouts (instance.rs), setting (attr/store.rs), making the call (crate `vm`).

mod missing;
mod recall;
mod store;

pub use missing::not_found;
use recall::{recall, remember_method};
pub use store::{Store, set, set_plain, set_through};

use crate::class::{self, flag};
use crate::cx::{Cx, Outcome};
use crate::native::{self, Role};
use crate::raise::{self, Part::*};
use crate::{dict, function, instance, names, types};
use threadsnake_heap::header::FLAG1;
use threadsnake_heap::{Ref, Value, kind};

/// What a lookup found.
pub enum Found {
    /// The value, owned.
    Value(Value),
    /// A method of the class, to be called with the object (borrowed).
    Method(Value),
    /// Calling this with these arguments gives the value (all borrowed).
    Call(Value, [Value; 3], usize),
    /// Nothing of that name.
    Missing,
}

/// What a property-like object is asked for.
pub mod property {
    /// Words of a `PROPERTY`: the getter, or the number of an item of a tuple's subclass.
    pub const GET: u32 = 1;
    /// The setter.
    pub const SET: u32 = 2;
    /// The deleter.
    pub const DEL: u32 = 3;
    /// The docstring.
    pub const DOC: u32 = 4;
}

/// Words of a `MEMBER`: descriptor of a slot.
pub mod member {
    /// The class that has the slot.
    pub const CLASS: u32 = 1;
    /// Its name.
    pub const NAME: u32 = 2;
    /// Its number (small int).
    pub const SLOT: u32 = 3;
}

/// Words of a `WRAPPER` (static method, with `FLAG1` class method).
pub mod wrapper {
    /// What is wrapped.
    pub const FUNC: u32 = 1;
    /// Its `__dict__`, or unbound.
    pub const DICT: u32 = 2;
}

/// Looks an attribute up. The name is interned.
pub fn get(cx: &mut Cx, object: Value, name: Value) -> Outcome<Found> {
    if let Some(found) = recall(cx, object, name) {
        return Ok(found);
    }
    let class = cx.type_of(object);
    if class::flags(cx, class) & flag::GETATTRIBUTE != 0
        && let Some(hook) = class::lookup(cx, class, names::GETATTRIBUTE)
        && cx.as_kind(hook, kind::NATIVE).is_none()
    {
        return Ok(Found::Call(hook, [object, name, Value::UNBOUND], 2));
    }
    match get_plain(cx, object, class, name)? {
        Found::Missing => Ok(missing(cx, object, class, name)),
        found => Ok(found),
    }
}

/// `__getattr__` when the class has one.
pub fn missing(cx: &mut Cx, object: Value, class: Ref, name: Value) -> Found {
    if class::flags(cx, class) & flag::GETATTR != 0
        && let Some(hook) = class::lookup(cx, class, names::GETATTR)
    {
        return Found::Call(hook, [object, name, Value::UNBOUND], 2);
    }
    Found::Missing
}

/// The same without `__getattribute__` and `__getattr__`: what `object.__getattribute__` does.
pub fn get_plain(cx: &mut Cx, object: Value, class: Ref, name: Value) -> Outcome<Found> {
    let Some(target) = object.object_ref() else {
        return from_class(cx, object, class, name);
    };
    match cx.heap.kind(target) {
        kind::INSTANCE | kind::INSTANCE_X => get_of_instance(cx, target, class, name),
        kind::CLASS => get_of_class(cx, target, class, name),
        kind::MODULE => get_of_module(cx, target, class, name),
        kind::FUNCTION | kind::WRAPPER => get_of_function(cx, target, class, name),
        kind::SUPER => get_of_super(cx, target, name),
        kind::METHOD => get_of_method(cx, target, class, name),
        _ => from_class(cx, object, class, name),
    }
}

/// What a bound method does not have, its function may.
fn get_of_method(cx: &mut Cx, object: Ref, class: Ref, name: Value) -> Outcome<Found> {
    match from_class(cx, object.value(), class, name)? {
        Found::Missing => {}
        found => return Ok(found),
    }
    let func = cx.heap.space.value(object, function::method::FUNC);
    match func.object_ref() {
        Some(target) if cx.heap.kind(target) == kind::FUNCTION => {
            get_of_function(cx, target, types::FUNCTION, name)
        }
        _ => Ok(Found::Missing),
    }
}

fn from_class(cx: &mut Cx, object: Value, class: Ref, name: Value) -> Outcome<Found> {
    match class::lookup(cx, class, name) {
        Some(found) => bind(cx, found, object, class),
        None => Ok(Found::Missing),
    }
}

fn get_of_instance(cx: &mut Cx, object: Ref, class: Ref, name: Value) -> Outcome<Found> {
    let from_class = class::lookup(cx, class, name);
    if let Some(found) = from_class
        && is_data(cx, found)
        && has_getter(cx, found)
    {
        return bind(cx, found, object.value(), class);
    }
    if let Some(value) = instance::get(cx, object, name) {
        return Ok(Found::Value(cx.heap.share(value)));
    }
    match from_class {
        Some(found) => {
            remember_method(cx, object, class, name, found);
            bind(cx, found, object.value(), class)
        }
        None => Ok(Found::Missing),
    }
}

fn get_of_class(cx: &mut Cx, object: Ref, meta: Ref, name: Value) -> Outcome<Found> {
    let from_meta = class::lookup(cx, meta, name);
    if let Some(found) = from_meta
        && is_data(cx, found)
    {
        return bind(cx, found, object.value(), meta);
    }
    if let Some(found) = class::lookup(cx, object, name) {
        return bind_to_class(cx, found, object);
    }
    match from_meta {
        Some(found) => bind(cx, found, object.value(), meta),
        None => Ok(Found::Missing),
    }
}

/// Word of a `MODULE` that holds its dict.
pub const MODULE_DICT: u32 = 1;
/// Word of a `MODULE` that holds its ROM members, or unbound.
pub const MODULE_ROM: u32 = 2;

/// Does the code of a module still run? `FLAG1` says so.
pub fn is_initializing(cx: &Cx, module: Ref) -> bool {
    cx.heap.space.load(module.0) & FLAG1 != 0
}

/// Notes whether the code of a module still runs.
pub fn set_initializing(cx: &mut Cx, module: Ref, does: bool) {
    let word = cx.heap.space.load(module.0);
    cx.heap.space.store(module.0, if does { word | FLAG1 } else { word & !FLAG1 });
}

fn get_of_module(cx: &mut Cx, object: Ref, class: Ref, name: Value) -> Outcome<Found> {
    if let Some(value) = module_member(cx, object, name) {
        return Ok(Found::Value(cx.heap.share(value)));
    }
    if let found @ (Found::Value(_) | Found::Method(_)) =
        from_class(cx, object.value(), class, name)?
    {
        return Ok(found);
    }
    match module_member(cx, object, names::GETATTR) {
        Some(hook) => Ok(Found::Call(hook, [name, Value::UNBOUND, Value::UNBOUND], 1)),
        None => Ok(Found::Missing),
    }
}

/// A member of a module (borrowed): its own, then those in ROM.
pub fn module_member(cx: &Cx, module: Ref, name: Value) -> Option<Value> {
    let own = cx.heap.space.value(module, MODULE_DICT).object_ref();
    own.and_then(|members| dict::get_interned(cx, members, name))
        .or_else(|| class::rom_lookup(cx, Ref(cx.heap.space.word(module, MODULE_ROM)), name))
}

/// A builtin that a script added to or replaced in the module `builtins` (borrowed).
pub fn added_builtin(cx: &Cx, name: Value) -> Option<Value> {
    let modules = cx.as_kind(cx.modules, kind::DICT)?;
    let module =
        cx.as_kind(dict::get_interned(cx, modules, names::BUILTINS_MODULE)?, kind::MODULE)?;
    let own = cx.heap.space.value(module, MODULE_DICT).object_ref()?;
    dict::get_interned(cx, own, name).filter(|_| name != names::NAME)
}

fn get_of_function(cx: &mut Cx, object: Ref, class: Ref, name: Value) -> Outcome<Found> {
    let own = if cx.heap.kind(object) == kind::FUNCTION {
        function::detail(cx, object, function::info::DICT)
    } else {
        cx.heap.space.value(object, wrapper::DICT)
    };
    if let Some(attributes) = own.object_ref()
        && let Some(value) = dict::get_interned(cx, attributes, name)
    {
        return Ok(Found::Value(cx.heap.share(value)));
    }
    from_class(cx, object.value(), class, name)
}

/// Words of a `SUPER`.
pub mod super_word {
    /// Lookup starts behind this class.
    pub const CLASS: u32 = 1;
    /// The object, or unbound.
    pub const OBJECT: u32 = 2;
    /// The class whose method resolution order is searched.
    pub const TYPE: u32 = 3;
}

fn get_of_super(cx: &mut Cx, object: Ref, name: Value) -> Outcome<Found> {
    let after = Ref(cx.heap.space.word(object, super_word::CLASS));
    let receiver = cx.heap.space.value(object, super_word::OBJECT);
    let class = Ref(cx.heap.space.word(object, super_word::TYPE));
    if !class.is_nil()
        && name != names::CLASS
        && let Some(found) = class::lookup_after(cx, class, after, name)
    {
        return if receiver == class.value() {
            bind_to_class(cx, found, class)
        } else {
            match bind(cx, found, receiver, class)? {
                // The receiver of the call is not the super object: it must be bound here.
                Found::Method(func) => Ok(Found::Value(function::bind(cx, func, receiver)?)),
                other => Ok(other),
            }
        };
    }
    from_class(cx, object.value(), types::SUPER, name)
}

/// Is this a data descriptor: one that goes before the instance's own attribute?
pub fn is_data(cx: &Cx, value: Value) -> bool {
    let Some(object) = value.object_ref() else { return false };
    match cx.heap.kind(object) {
        kind::PROPERTY | kind::MEMBER => true,
        kind::NATIVE => native::definition(cx, object).is_some_and(|row| row.role == Role::Getter),
        kind::INSTANCE | kind::INSTANCE_X => {
            class::flags(cx, cx.type_of(value)) & flag::SET != 0
                || wrapped(cx, value).is_some_and(|inner| cx.kind_of(inner) == kind::PROPERTY)
        }
        _ => false,
    }
}

/// Does a data descriptor say what reading it gives?
fn has_getter(cx: &Cx, value: Value) -> bool {
    match cx.kind_of(value) {
        kind::INSTANCE | kind::INSTANCE_X => {
            class::flags(cx, cx.type_of(value)) & flag::GET != 0 || wrapped(cx, value).is_some()
        }
        _ => true,
    }
}

/// The property or method wrapper that an instance of a subclass wraps.
fn wrapped(cx: &Cx, value: Value) -> Option<Value> {
    let object = value.object_ref()?;
    if !matches!(cx.heap.kind(object), kind::INSTANCE | kind::INSTANCE_X) {
        return None;
    }
    let inner = instance::payload(cx, object)?;
    matches!(cx.kind_of(inner), kind::PROPERTY | kind::WRAPPER).then_some(inner)
}

/// What a class's attribute gives when it is asked for through an instance.
pub fn bind(cx: &mut Cx, found: Value, object: Value, class: Ref) -> Outcome<Found> {
    let Some(target) = found.object_ref() else { return Ok(Found::Value(found)) };
    match cx.heap.kind(target) {
        kind::FUNCTION => Ok(Found::Method(found)),
        kind::NATIVE => bind_native(cx, target, object, class),
        kind::PROPERTY => {
            let getter = cx.heap.space.value(target, property::GET);
            if getter.is_unbound() || getter == Value::NONE {
                return Err(missing::no_getter(cx, found, object, class));
            }
            if let Some(item) = item_of_property(cx, getter, object) {
                return Ok(Found::Value(cx.heap.share(item)));
            }
            Ok(Found::Call(getter, [object, Value::UNBOUND, Value::UNBOUND], 1))
        }
        kind::MEMBER => get_member(cx, target, object),
        kind::WRAPPER => bind_wrapper(cx, target, class),
        kind::SUPER => match class::lookup(cx, types::SUPER, names::GET) {
            Some(hook) => Ok(Found::Call(hook, [found, object, class.value()], 3)),
            None => Ok(Found::Value(cx.heap.share(found))),
        },
        kind::INSTANCE | kind::INSTANCE_X
            if class::flags(cx, cx.type_of(found)) & flag::GET != 0 =>
        {
            let own = cx.type_of(found);
            match class::lookup(cx, own, names::GET) {
                Some(hook) => Ok(Found::Call(hook, [found, object, class.value()], 3)),
                None => Ok(Found::Value(cx.heap.share(found))),
            }
        }
        kind::INSTANCE | kind::INSTANCE_X => match wrapped(cx, found) {
            Some(inner) => bind(cx, inner, object, class),
            None => Ok(Found::Value(cx.heap.share(found))),
        },
        _ => Ok(Found::Value(cx.heap.share(found))),
    }
}

/// The item (borrowed) that a property stands for whose getter is a number: a field of a tuple with names.
fn item_of_property(cx: &Cx, getter: Value, object: Value) -> Option<Value> {
    let index = u32::try_from(getter.small_int()?).ok()?;
    let fields = cx.payload(object, kind::TUPLE)?;
    let item = crate::tuple::item(cx, fields, index);
    (!item.is_unbound()).then_some(item)
}

fn bind_native(cx: &mut Cx, target: Ref, object: Value, class: Ref) -> Outcome<Found> {
    let Some(row) = native::definition(cx, target) else { return Ok(Found::Missing) };
    match row.role {
        // A builtin function that lies in a class is no method.
        Role::Function if cx.heap.space.value(target, native::word::OWNER) == Value::NONE => {
            Ok(Found::Value(target.value()))
        }
        Role::Function => Ok(Found::Method(target.value())),
        Role::Static => Ok(Found::Value(target.value())),
        Role::Class => Ok(Found::Value(function::bind(cx, target.value(), class.value())?)),
        Role::Getter => (row.func)(cx, &[object]).map(Found::Value),
    }
}

fn bind_wrapper(cx: &mut Cx, target: Ref, class: Ref) -> Outcome<Found> {
    let inner = cx.heap.space.value(target, wrapper::FUNC);
    if cx.heap.space.load(target.0) & FLAG1 == 0 {
        return Ok(Found::Value(cx.heap.share(inner)));
    }
    // A class method of a descriptor: a property, say.
    let own = cx.type_of(inner);
    let none = Value::UNBOUND;
    match cx.kind_of(inner) {
        kind::PROPERTY => {
            let getter = cx.heap.space.value(inner.as_ref(), property::GET);
            if !getter.is_unbound() && getter != Value::NONE {
                return Ok(Found::Call(getter, [class.value(), none, none], 1));
            }
        }
        kind::INSTANCE | kind::INSTANCE_X if class::flags(cx, own) & flag::GET != 0 => {
            if let Some(hook) = class::lookup(cx, own, names::GET) {
                return Ok(Found::Call(hook, [inner, class.value(), class.value()], 3));
            }
        }
        _ => {}
    }
    Ok(Found::Value(function::bind(cx, inner, class.value())?))
}

fn get_member(cx: &mut Cx, target: Ref, object: Value) -> Outcome<Found> {
    let name = cx.heap.space.value(target, member::NAME);
    let Some((holder, slot)) = member_place(cx, target, object) else {
        return Err(raise::type_error(
            cx,
            &[
                S("descriptor '"),
                V(name),
                S("' for '"),
                C(Ref(cx.heap.space.word(target, member::CLASS))),
                S("' objects doesn't apply to a '"),
                T(object),
                S("' object"),
            ],
        ));
    };
    let value = instance::slot_value(cx, holder, slot);
    if value.is_unbound() {
        return Err(not_found(cx, object, name));
    }
    Ok(Found::Value(cx.heap.share(value)))
}

/// The instance and slot that a slot descriptor stands for; none when the object is of another class.
pub fn member_place(cx: &Cx, target: Ref, object: Value) -> Option<(Ref, u32)> {
    let holder = object.object_ref()?;
    if !matches!(cx.heap.kind(holder), kind::INSTANCE | kind::INSTANCE_X) {
        return None;
    }
    let owner = Ref(cx.heap.space.word(target, member::CLASS));
    if !class::is_subclass(cx, cx.type_of(object), owner) {
        return None;
    }
    // A subclass with another base may have the slot elsewhere: its name decides.
    let layout = instance::layout_of(cx, holder);
    let name = cx.heap.space.value(target, member::NAME);
    instance::slot_of(cx, layout, name).map(|slot| (holder, slot))
}

/// What a class's attribute gives when it is asked for through the class.
pub fn bind_to_class(cx: &mut Cx, found: Value, class: Ref) -> Outcome<Found> {
    let Some(target) = found.object_ref() else { return Ok(Found::Value(found)) };
    match cx.heap.kind(target) {
        kind::NATIVE => match native::definition(cx, target) {
            Some(row) if row.role == Role::Class => {
                Ok(Found::Value(function::bind(cx, found, class.value())?))
            }
            _ => Ok(Found::Value(found)),
        },
        kind::WRAPPER => bind_wrapper(cx, target, class),
        kind::INSTANCE | kind::INSTANCE_X
            if class::flags(cx, cx.type_of(found)) & flag::GET != 0 =>
        {
            let own = cx.type_of(found);
            match class::lookup(cx, own, names::GET) {
                Some(hook) => Ok(Found::Call(hook, [found, Value::NONE, class.value()], 3)),
                None => Ok(Found::Value(cx.heap.share(found))),
            }
        }
        kind::INSTANCE | kind::INSTANCE_X => match wrapped(cx, found)
            .and_then(|inner| inner.object_ref())
        {
            Some(inner) if cx.heap.kind(inner) == kind::WRAPPER => bind_wrapper(cx, inner, class),
            _ => Ok(Found::Value(cx.heap.share(found))),
        },
        _ => Ok(Found::Value(cx.heap.share(found))),
    }
}
