//! Items and slices: the common builtin containers here, others by their methods.
//!
//! Not here: what the containers do (objects), methods of user classes (prelude).

use crate::Vm;
use crate::frame::action;
use crate::hot::{a, b, c};
use threadsnake_heap::{Ref, Value, kind};
use threadsnake_objects::class;
use threadsnake_objects::cx::{Exit, Outcome};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::{dict, list, names, slice, str, tuple};

impl Vm<'_> {
    /// `object[key]`
    pub(crate) fn get_item(&mut self, object: Value, key: Value) -> Result<(), Exit> {
        self.check_operands(object, key)?;
        if let Some(value) = self.item_directly(object, key)? {
            return self.complete(value);
        }
        let own = self.cx.type_of(object);
        if let Some(method) = class::lookup(&self.cx, own, names::GETITEM) {
            return self.push(method, &[object, key], action::BY_OP);
        }
        if class::is_class(&self.cx, object)
            && let Some(hook) = class::lookup(&self.cx, object.as_ref(), names::CLASS_GETITEM)
        {
            return match threadsnake_objects::attr::bind_to_class(
                &mut self.cx,
                hook,
                object.as_ref(),
            )? {
                threadsnake_objects::attr::Found::Value(bound) => {
                    let pushed = self.push(bound, &[key], action::BY_OP);
                    self.cx.heap.dec(bound);
                    pushed
                }
                _ => self.push(hook, &[object, key], action::BY_OP),
            };
        }
        if class::is_class(&self.cx, object) {
            return Err(raise::type_error(
                &mut self.cx,
                &[S("type '"), C(object.as_ref()), S("' is not subscriptable")],
            ));
        }
        Err(raise::type_error(
            &mut self.cx,
            &[S("'"), T(object), S("' object is not subscriptable")],
        ))
    }

    fn item_directly(&mut self, object: Value, key: Value) -> Outcome<Option<Value>> {
        let Some(target) = object.object_ref() else { return Ok(None) };
        match self.cx.heap.kind(target) {
            kind::DICT => match dict::lookup(&mut self.cx, target, key)? {
                dict::Lookup::At(entry) => {
                    let value = dict::value_at(&self.cx, target, entry);
                    Ok(Some(self.cx.heap.share(value)))
                }
                dict::Lookup::Missing => Err(raise::key_error(&mut self.cx, key)),
                dict::Lookup::NeedsCall => Ok(None),
            },
            kind::STR if key.is_small() => {
                let len = str::len(&self.cx, target);
                match index_in(key, len) {
                    Some(index) => Ok(Some(str::char_at(&mut self.cx, target, index)?)),
                    None => {
                        Err(raise::index_error(&mut self.cx, &[S("string index out of range")]))
                    }
                }
            }
            kind::LIST if key.is_small() => {
                let len = list::len(&self.cx, target);
                match index_in(key, len) {
                    Some(index) => {
                        let value = list::item(&self.cx, target, index);
                        Ok(Some(self.cx.heap.share(value)))
                    }
                    None => Err(raise::index_error(&mut self.cx, &[S("list index out of range")])),
                }
            }
            kind::TUPLE if key.is_small() => {
                let len = tuple::len(&self.cx, target);
                match index_in(key, len) {
                    Some(index) => {
                        let value = tuple::item(&self.cx, target, index);
                        Ok(Some(self.cx.heap.share(value)))
                    }
                    None => Err(raise::index_error(&mut self.cx, &[S("tuple index out of range")])),
                }
            }
            kind::STR | kind::LIST | kind::TUPLE if self.is_kind(key, kind::SLICE) => {
                let parts = slice::parts(&self.cx, key.as_ref());
                self.cut(target, parts)
            }
            _ => Ok(None),
        }
    }

    /// A slice of a str, list or tuple.
    fn cut(&mut self, target: Ref, parts: [Value; 3]) -> Outcome<Option<Value>> {
        let len = threadsnake_objects::len::of(&self.cx, target.value()).unwrap_or(0);
        let Some(bounds) = slice::bounds(&mut self.cx, parts, len)? else { return Ok(None) };
        let cx = &mut self.cx;
        Ok(Some(match cx.heap.kind(target) {
            kind::STR if bounds.step == 1 => {
                str::substring(cx, target, bounds.start, bounds.start + bounds.count)?
            }
            kind::STR => str::slice(cx, target, bounds.start, bounds.count, bounds.step)?,
            kind::LIST => list::slice::get(cx, target, bounds)?.value(),
            kind::TUPLE => tuple::slice(cx, target, bounds.start, bounds.step, bounds.count)?,
            _ => return Ok(None),
        }))
    }

    /// `object[low:high]`
    pub(crate) fn get_slice(&mut self, insn: u32) -> Result<(), Exit> {
        let object = self.peek(b(insn));
        let base = c(insn);
        self.check_operands(object, object)?;
        let parts = [self.reg(base), self.reg(base + 1), Value::NONE];
        if let Some(target) = object.object_ref()
            && matches!(self.cx.heap.kind(target), kind::STR | kind::LIST | kind::TUPLE)
            && let Some(value) = self.cut(target, parts)?
        {
            self.clear_registers(base, base + 2);
            return self.complete(value);
        }
        let (start, stop) = (self.take(base), self.take(base + 1));
        match slice::new(&mut self.cx, start, stop, Value::NONE) {
            Ok(key) => {
                let result = self.get_item(object, key.value());
                self.cx.heap.dec_ref(key);
                result
            }
            Err(error) => {
                self.cx.heap.dec(start);
                self.cx.heap.dec(stop);
                Err(error.into())
            }
        }
    }

    pub(crate) fn build_slice(&mut self, insn: u32) -> Result<(), Exit> {
        let base = b(insn);
        let parts = [self.reg(base), self.reg(base + 1), self.reg(base + 2)];
        let made = slice::new(&mut self.cx, parts[0], parts[1], parts[2])?;
        for at in 0..3 {
            self.put(base + at, Value::UNBOUND);
        }
        self.set(a(insn), made.value());
        Ok(())
    }

    /// `object[key] = value`
    pub(crate) fn set_item(&mut self, object: Value, key: Value, value: Value) -> Result<(), Exit> {
        self.check_operands(object, key)?;
        if value.is_unbound() {
            let insn = self.last_insn();
            return Err(self.unbound_local(a(insn) & 0x7f));
        }
        if self.set_item_directly(object, key, value)? {
            let insn = self.last_insn();
            self.drop_operands(insn);
            return Ok(());
        }
        let own = self.cx.type_of(object);
        match class::lookup(&self.cx, own, names::SETITEM) {
            Some(method) => self.push(method, &[object, key, value], action::BY_OP),
            None => Err(raise::type_error(
                &mut self.cx,
                &[S("'"), T(object), S("' object does not support item assignment")],
            )),
        }
    }

    fn set_item_directly(&mut self, object: Value, key: Value, value: Value) -> Outcome<bool> {
        let Some(target) = object.object_ref() else { return Ok(false) };
        match self.cx.heap.kind(target) {
            kind::DICT => {
                let value = self.cx.heap.share(value);
                match dict::set(&mut self.cx, target, key, value) {
                    Ok(dict::Done::Yes) => Ok(true),
                    Ok(dict::Done::NeedsCall) => {
                        self.cx.heap.dec(value);
                        Ok(false)
                    }
                    Err(exit) => {
                        self.cx.heap.dec(value);
                        Err(exit)
                    }
                }
            }
            kind::LIST if key.is_small() => {
                let len = list::len(&self.cx, target);
                match index_in(key, len) {
                    Some(index) => {
                        let value = self.cx.heap.share(value);
                        list::set_item(&mut self.cx, target, index, value);
                        Ok(true)
                    }
                    None => Err(raise::index_error(
                        &mut self.cx,
                        &[S("list assignment index out of range")],
                    )),
                }
            }
            _ => Ok(false),
        }
    }

    /// `del object[key]`
    pub(crate) fn delete_item(&mut self, object: Value, key: Value) -> Result<(), Exit> {
        self.check_operands(object, key)?;
        if let Some(target) = self.cx.as_kind(object, kind::DICT) {
            match dict::lookup(&mut self.cx, target, key)? {
                dict::Lookup::At(entry) => {
                    dict::delete_at(&mut self.cx, target, entry);
                    let insn = self.last_insn();
                    self.drop_operands(insn);
                    return Ok(());
                }
                dict::Lookup::Missing => return Err(raise::key_error(&mut self.cx, key)),
                dict::Lookup::NeedsCall => {}
            }
        }
        let own = self.cx.type_of(object);
        match class::lookup(&self.cx, own, names::DELITEM) {
            Some(method) => self.push(method, &[object, key], action::BY_OP),
            None => Err(raise::type_error(
                &mut self.cx,
                &[S("'"), T(object), S("' object doesn't support item deletion")],
            )),
        }
    }
}

/// The place of a small int index in a sequence, counted from the end when negative.
fn index_in(key: Value, len: u32) -> Option<u32> {
    let index = i64::from(key.as_small());
    let index = if index < 0 { index + i64::from(len) } else { index };
    u32::try_from(index).ok().filter(|&index| index < len)
}
