//! The rare operations behind `Slow`: numbers, names, effects.
//!
//! `Slow sub, lhs, rhs` is followed by an operand word of 24 bits: the low 8 are `dst`, a register
//! (0..=127), the upper 16 are `extra`. An operation that does not use an operand has 0 there.

/// Calls a macro with the table of rare operations.
#[macro_export]
macro_rules! for_each_slow { ($with:ident) => { $with! {
//  sub   name              extra    effect
    0x00  MatchSequence     Count    "R[dst] = bool: R[lhs] is a sequence (list, tuple, range, memoryview, a registered one; never str, bytes, bytearray) of exactly extra >> 1 items, or of at least so many when extra & 1";
    0x01  MatchMapping      Count    "R[dst] = bool: R[lhs] is a mapping with at least extra entries";
    0x02  MatchKeys         None     "R[dst] = tuple of R[lhs].get(key) for the keys in the tuple R[rhs], or None when one is missing; a key that occurs twice: ValueError";
    0x03  MatchClass        Konst    "R[dst] = tuple of attribute values when isinstance(R[lhs], R[rhs]), else None (also when an attribute is missing); K[extra] = (number of positional patterns, names of the others...)";
    0x04  MatchRest         None     "R[dst] = dict of R[lhs] without the keys in the tuple R[rhs]";
    0x05  FarNew            Count    "R[dst] = list of extra unbound slots, for the register code.far";
    0x06  FarDel            Count    "far[extra] = unbound; already unbound: UnboundLocalError";
    0x07  SetupAnnotations  None     "globals['__annotations__'] = {} when absent";
    0x08  ClassLookup       Name     "R[dst] = R[0][K[extra]] when the class namespace has it, else unbound";
    0x09  DelName           Name     "del R[0][K[extra]]; absent: NameError";
    0x0a  UnpackList        Count    "R[dst] = list of the extra items that R[lhs] gives; another number of items: ValueError as for Unpack";
    0x0b  FarParams         Count    "R[dst] = list of extra slots for the register code.far; what is in the registers from R[dst] on moves to its start";
    0x0c  LeaveRing         Count    "releases the first extra >> 1 registers, all but R[lhs] when extra & 1; functions among them that refer to each other through cells and to which nobody else refers go at once";
    0x0d  Support           Count    "R[dst] = function of the prelude number extra, see Support, of R[lhs], or of R[lhs] and R[rhs]";
    0x0e  LinkContext       None     "the exception being handled is the context of the exception R[lhs], when it has none";
}}}

/// Functions of the prelude that only code asks for: `async` and `except*`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Support {
    /// `__aiter__` of an object.
    AsyncIter,
    /// The iterator of what `__anext__` gives.
    AsyncNext,
    /// Is an exception the end of an asynchronous iteration?
    IsAsyncEnd,
    /// `__aexit__` bound to a manager.
    AsyncExit,
    /// The iterator of what `__aenter__` gives.
    AsyncEnter,
    /// What the clauses of `except*` share, for an exception.
    StarBegin,
    /// The part of the exception that a clause handles, or None: of two.
    StarMatch,
    /// Notes an exception that a clause raised: of two.
    StarNote,
    /// What is raised behind the clauses, or None.
    StarEnd,
}

/// What the upper 16 bits of the operand word are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extra {
    /// Unused, 0.
    None,
    /// A number.
    Count,
    /// A constant index.
    Konst,
    /// The constant index of a name.
    Name,
}

macro_rules! define_slow {
    ($($sub:literal $name:ident $extra:ident $effect:literal;)*) => {
        /// A rare operation.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum Slow { $(#[doc = $effect] $name = $sub,)* }

        impl Slow {
            /// The operation of a number.
            #[must_use]
            pub const fn from_code(code: u8) -> Option<Slow> {
                match code { $($sub => Some(Slow::$name),)* _ => None }
            }

            /// Its name in listings.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Slow::$name => stringify!($name),)* }
            }

            /// What its extra operand is.
            #[must_use]
            pub const fn extra(self) -> Extra {
                match self { $(Slow::$name => Extra::$extra,)* }
            }
        }
    };
}

for_each_slow!(define_slow);
