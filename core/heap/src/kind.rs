//! The table of object kinds: what lies in memory, how large it is, which words refer to others.
//!
//! One row is: number, constant, report name, size rule, first and last+1 word that hold values.
//! Words in that range may hold small ints or immediates as well as references; words outside it are
//! raw. From the table come sizes, the walk over references (freeing, cycle collection, checks) and
//! the names in the footprint report.
//!
//! | size rule      | words |
//! |----------------|-------|
//! | `fixed(n)`     | n |
//! | `block`        | upper 24 bits of the header |
//! | `counted(b,u)` | b + u * word 1 |
//! | `text(b)`      | b + bytes in word 2, rounded up; one more when flag 1 is clear |
//! | `limbs`        | 2 + word 1 >> 1 |
//! | `frame`        | 4 + bits 5..13 of word 3, the registers |
//! | `function`     | 4 + captures its code asks for |
//! | `instance`     | 2 + inline slots its layout has |
//!
//! Value ranges: `none`, `to(a, b)`, `all(a)` = from a to the end, `used(a)` = a + word 1 as a small int.

/// Calls a macro with the whole table of kinds.
#[macro_export]
macro_rules! for_each_kind {
    ($with:ident) => {
        $with! {
        //  no  constant     report name          size            values
            0   FREE         "free"               block           none;
            // blocks: one owner, no count
            1   RAW          "raw block"          block           none;
            2   VALUES       "value block"        block           all(1);
            3   TABLE        "hash table"         block           used(2);
            4   IMAGE        "code image"         block           none;
            5   EXTRA        "attribute block"    block           all(1);
            // counted objects
            8   INT          "int"                fixed(3)        none;
            9   BIGINT       "big int"            limbs           none;
            10  FLOAT        "float"              fixed(3)        none;
            11  COMPLEX      "complex"            fixed(5)        none;
            12  STR          "str"                text(3)         none;
            13  BYTES        "bytes"              bytes(3)        none;
            14  BYTEARRAY    "bytearray"          fixed(3)        to(2, 3);
            15  TUPLE        "tuple"              counted(2, 1)   all(2);
            16  LIST         "list"               fixed(3)        to(2, 3);
            17  DICT         "dict"               fixed(3)        to(2, 3);
            18  SET          "set"                fixed(3)        to(2, 3);
            19  FROZENSET    "frozenset"          fixed(3)        to(2, 3);
            20  SLICE        "slice"              fixed(4)        to(1, 4);
            21  RANGE        "range"              fixed(4)        to(1, 4);
            22  CELL         "cell"               fixed(2)        to(1, 2);
            23  FUNCTION     "function"           function        all(1);
            24  FUNCINFO     "function details"   fixed(9)        to(1, 9);
            25  NATIVE       "native function"    fixed(4)        to(1, 4);
            26  METHOD       "bound method"       fixed(3)        to(1, 3);
            27  CODE         "code"               fixed(8)        none;
            28  CLASS        "class"              fixed(10)       to(1, 10);
            29  LAYOUT       "instance layout"    fixed(4)        to(1, 4);
            30  INSTANCE     "instance"           instance        all(1);
            31  INSTANCE_X   "instance"           instance_x      all(1);
            32  MODULE       "module"             fixed(3)        to(1, 2);
            33  FRAME        "frame"              frame           all(1);
            34  GENERATOR    "generator"          frame           all(1);
            35  ITER         "iterator"           fixed(4)        to(1, 4);
            36  VIEW         "dict view"          fixed(3)        to(1, 3);
            37  TRACEBACK    "traceback"          fixed(4)        to(1, 4);
            38  PROPERTY     "property"           fixed(5)        to(1, 5);
            39  WRAPPER      "static/class method" fixed(3)       to(1, 3);
            40  SUPER        "super"              fixed(4)        to(1, 4);
            41  MEMBER       "slot descriptor"    fixed(4)        to(1, 4);
            42  WEAKREF      "weak reference"     fixed(5)        to(2, 3);
            43  ALIAS        "generic alias"      fixed(3)        to(1, 3);
            44  DUMMY        "nothing"            fixed(1)        none;
            45  MEMORYVIEW   "memoryview"         fixed(7)        to(1, 3);
            46  EXPORT       "exported bytes"     fixed(2)        to(1, 2);
        }
    };
}

/// How the size of a kind is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the table above draws each rule")]
pub enum Size {
    Fixed(u32),
    Block,
    Counted(u32, u32),
    Text(u32),
    Bytes(u32),
    Limbs,
    Frame,
    Function,
    Instance,
    InstanceX,
}

/// Which words of a kind hold values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the table above draws each rule")]
pub enum Refs {
    None,
    To(u32, u32),
    All(u32),
    Used(u32),
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Name in reports.
    pub name: &'static str,
    /// Size rule.
    pub size: Size,
    /// Words that hold values.
    pub refs: Refs,
}

macro_rules! size_rule {
    (fixed($n:literal)) => {
        Size::Fixed($n)
    };
    (block) => {
        Size::Block
    };
    (counted($b:literal, $u:literal)) => {
        Size::Counted($b, $u)
    };
    (text($b:literal)) => {
        Size::Text($b)
    };
    (bytes($b:literal)) => {
        Size::Bytes($b)
    };
    (limbs) => {
        Size::Limbs
    };
    (frame) => {
        Size::Frame
    };
    (function) => {
        Size::Function
    };
    (instance) => {
        Size::Instance
    };
    (instance_x) => {
        Size::InstanceX
    };
}

macro_rules! ref_rule {
    (none) => {
        Refs::None
    };
    (to($a:literal, $b:literal)) => {
        Refs::To($a, $b)
    };
    (all($a:literal)) => {
        Refs::All($a)
    };
    (used($a:literal)) => {
        Refs::Used($a)
    };
}

macro_rules! define_kinds {
    ($($number:literal $constant:ident $name:literal
       $size:ident $(($($s:literal),*))? $refs:ident $(($($r:literal),*))? ;)*) => {
        $(
            #[doc = $name]
            pub const $constant: u8 = $number;
        )*

        /// The row of each kind number; numbers without a row describe themselves as free.
        pub static KINDS: [Kind; KIND_COUNT] = {
            let mut rows = [Kind { name: "free", size: Size::Block, refs: Refs::None }; KIND_COUNT];
            $(
                rows[$number] = Kind {
                    name: $name,
                    size: size_rule!($size $(($($s),*))?),
                    refs: ref_rule!($refs $(($($r),*))?),
                };
            )*
            rows
        };
    };
}

/// Kind numbers lie below this: they have 6 bits. The two bits above are set by a collection while it
/// runs and by nothing else (cycle.rs), so looking a row up leaves them out.
pub const KIND_COUNT: usize = 64;
/// The bits of the kind byte that are the kind.
pub const KIND_MASK: u8 = KIND_COUNT as u8 - 1;
/// Kinds from here on carry a reference count; those below are blocks with one owner.
pub const FIRST_COUNTED: u8 = 8;

for_each_kind!(define_kinds);

/// The row of a kind byte.
#[inline(always)]
pub fn row(kind: u8) -> &'static Kind {
    &KINDS[usize::from(kind & KIND_MASK)]
}

/// One bit for each kind whose objects hold values.
const HOLDERS: u64 = {
    let mut bits = 0;
    let mut number = 0;
    while number < KIND_COUNT {
        if !matches!(KINDS[number].refs, Refs::None) {
            bits |= 1 << number;
        }
        number += 1;
    }
    bits
};

/// Do objects of this kind hold values?
#[inline(always)]
pub fn has_values(kind: u8) -> bool {
    HOLDERS >> (kind & KIND_MASK) & 1 != 0
}
