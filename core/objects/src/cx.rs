//! The context: everything an operation on objects may touch, and how natives answer.
//!
//! A native function gets the context and its arguments (borrowed) and answers with a value it owns,
//! with an exception it left in `raised`, or with a call it left in `tail` for the machine to make in its
//! place. There is no fourth way: a native cannot call.
//!
//! Not here: making exceptions (raise.rs), the machine's own state (crate `vm`).

use crate::meter::Meter;
use crate::native::NativeDef;
use crate::types;
use threadsnake_heap::header::FLAG1;
use threadsnake_heap::{Heap, OutOfMemory, Ref, Value, kind};
use threadsnake_platform::Platform;

/// Why an operation has no value. It is as wide as a value, so that a result of either is two machine
/// registers and not a place in memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u32)]
pub enum Exit {
    /// An exception is in `Cx::raised`.
    Raise,
    /// The call in `Cx::tail` is to be made; its result is the result.
    TailCall,
}

/// What a native function answers.
pub type NativeResult = Result<Value, Exit>;
/// What an operation that never needs a call answers.
pub type Outcome<T> = Result<T, Exit>;

/// Positional arguments that a tail call can carry.
pub const TAIL_MAX: usize = 8;

/// A call that a native leaves to the machine. All values are owned by it.
pub struct Tail {
    /// Who is called.
    pub callee: Value,
    /// Positional arguments.
    pub args: [Value; TAIL_MAX],
    /// How many of them there are.
    pub count: usize,
    /// A tuple of further positional arguments, or unbound.
    pub star: Value,
    /// A dict of keyword arguments, or unbound.
    pub keywords: Value,
}

impl Tail {
    const EMPTY: Tail = Tail {
        callee: Value::UNBOUND,
        args: [Value::UNBOUND; TAIL_MAX],
        count: 0,
        star: Value::UNBOUND,
        keywords: Value::UNBOUND,
    };
}

/// Where the ROM writer put what is looked up at run time.
#[derive(Clone, Copy)]
pub struct RomInfo {
    /// Bytes of ROM; references below are ROM objects.
    pub len: u32,
    /// RAW block: open-addressed table of the names in ROM, a power of two of words.
    pub names: Ref,
    /// VALUES block: the prelude's entry points in the order of `prelude::Prelude`.
    pub prelude: Ref,
    /// ROM table (name, value pairs) of the builtin functions and types.
    pub builtins: Ref,
    /// ROM table of module name, ROM table of its members.
    pub modules: Ref,
}

/// Everything an operation on objects may touch.
pub struct Cx<'p> {
    /// The script heap.
    pub heap: Heap,
    /// The outside world.
    pub platform: &'p mut dyn Platform,
    /// Native functions by table and row.
    pub natives: &'static [&'static [NativeDef]],
    /// Places in ROM.
    pub rom: RomInfo,
    /// The exception being raised (owned), or unbound.
    pub raised: Value,
    /// The call a native asked for.
    pub tail: Tail,
    /// The exception being handled (owned), or unbound.
    pub handled: Value,
    /// `sys.modules` (owned dict), or unbound before boot.
    pub modules: Value,
    /// The `sys` module's own writable members (owned dict).
    pub sys: Value,
    /// Interned strings outside ROM.
    pub intern: crate::intern::Intern,
    /// Attribute and global lookups remembered.
    pub cache: crate::cache::Cache,
    /// Calls that may nest, as a script has asked; 0 for what the profile says.
    pub recursion_limit: u32,
    /// How deep in exception groups the traceback is that is being printed.
    pub margin: u8,
    /// Has its line begun?
    pub is_in_line: bool,
    /// What natives owe for long work.
    pub meter: Meter,
    /// A prepared `MemoryError` and other things that must not need memory.
    pub spare_error: Value,
}

impl<'p> Cx<'p> {
    /// A context over a heap; nothing is allocated.
    pub fn new(
        heap: Heap,
        platform: &'p mut dyn Platform,
        natives: &'static [&'static [NativeDef]],
        rom: RomInfo,
    ) -> Cx<'p> {
        Cx {
            heap,
            platform,
            natives,
            rom,
            raised: Value::UNBOUND,
            tail: Tail::EMPTY,
            handled: Value::UNBOUND,
            modules: Value::UNBOUND,
            sys: Value::UNBOUND,
            intern: crate::intern::Intern::default(),
            cache: crate::cache::Cache::default(),
            recursion_limit: 0,
            margin: 0,
            is_in_line: false,
            meter: Meter::NEW,
            spare_error: Value::UNBOUND,
        }
    }

    /// The type of a value.
    #[inline]
    pub fn type_of(&self, value: Value) -> Ref {
        let Some(object) = value.object_ref() else { return types::of_immediate(value) };
        match self.heap.kind(object) {
            kind::INSTANCE => {
                let layout = Ref(self.heap.space.word(object, 1));
                Ref(self.heap.space.word(layout, crate::instance::layout::CLASS))
            }
            other => self.type_of_object(object, other),
        }
    }

    fn type_of_object(&self, object: Ref, object_kind: u8) -> Ref {
        match object_kind {
            kind::INSTANCE_X => {
                let extra = Ref(self.heap.space.word(object, 1));
                let layout = Ref(self.heap.space.word(extra, 1));
                Ref(self.heap.space.word(layout, crate::instance::layout::CLASS))
            }
            kind::CLASS => crate::class::meta(self, object),
            kind::GENERATOR => crate::generator::class_of(self, object),
            kind::ITER => crate::iter::class_of(self, object),
            kind::VIEW => crate::view::class_of(self, object),
            kind::NATIVE | kind::METHOD => crate::native::class_of(self, object, object_kind),
            kind::WRAPPER => {
                let is_static = self.heap.space.load(object.0) & FLAG1 == 0;
                if is_static { types::STATICMETHOD } else { types::CLASSMETHOD }
            }
            other => types::of_kind(other),
        }
    }

    /// Kind byte of a value that is an object, or `kind::FREE` for small ints, immediates and unbound.
    #[inline(always)]
    pub fn kind_of(&self, value: Value) -> u8 {
        if value.is_ref() {
            self.heap.kind(value.as_ref()) & (0u8.wrapping_sub((value.0 != 0) as u8))
        } else {
            kind::FREE
        }
    }

    /// The object of a value when it is of this kind exactly.
    #[inline(always)]
    pub fn as_kind(&self, value: Value, wanted: u8) -> Option<Ref> {
        value.object_ref().filter(|&object| self.heap.kind(object) == wanted)
    }

    /// The builtin object of this kind that a value is or, as an instance of a subclass, wraps.
    #[inline]
    pub fn payload(&self, value: Value, wanted: u8) -> Option<Ref> {
        let object = value.object_ref()?;
        let found = self.heap.kind(object);
        if found == wanted {
            return Some(object);
        }
        if found != kind::INSTANCE && found != kind::INSTANCE_X {
            return None;
        }
        let inner = crate::instance::payload(self, object)?;
        inner.object_ref().filter(|&inner| self.heap.kind(inner) == wanted)
    }

    /// Asks the machine to call `callee` with these arguments in place of this native.
    pub fn tail_call(&mut self, callee: Value, args: &[Value]) -> Exit {
        self.heap.inc(callee);
        self.tail.callee = callee;
        self.tail.count = 0;
        for &arg in args.iter().take(TAIL_MAX) {
            self.heap.inc(arg);
            self.tail.args[self.tail.count] = arg;
            self.tail.count += 1;
        }
        Exit::TailCall
    }

    /// Asks the machine to call a function of the prelude.
    pub fn tail_prelude(&mut self, which: crate::prelude::Prelude, args: &[Value]) -> Exit {
        let callee = crate::prelude::function(self, which);
        self.tail_call(callee, args)
    }

    /// Takes the exception being raised; the caller owns it.
    pub fn take_raised(&mut self) -> Value {
        core::mem::replace(&mut self.raised, Value::UNBOUND)
    }
}

impl From<OutOfMemory> for Exit {
    /// Marks that memory ran out; `raised` is filled by the machine when it sees `Exit::Raise` without one.
    fn from(_: OutOfMemory) -> Exit {
        Exit::Raise
    }
}
