//! The builtin functions. What is fast and needs no script code is done here, the rest in the prelude.
//!
//! Not here: builtin types (types/), private functions of the prelude (modules/).

pub mod attributes;
pub mod code;
pub mod iteration;
pub mod names;
pub mod numbers;
pub mod text;

use attributes::{
    callable, delattr, dir, getattr, hasattr, hash, id, isinstance, issubclass, setattr, vars,
};
use code::{breakpoint, build_class, compile, display, eval, exec, globals, import, locals, open};
use iteration::{aiter, all, anext, any, iter, len, max, min, next, sorted, sum};
use numbers::{abs, bin, chr, divmod, hex, oct, ord, pow, round};
use text::{ascii, format, input, print, repr};
use threadsnake_objects::natives;

natives! {
    /// The builtin functions.
    pub static FUNCTIONS;
    "__build_class__"  build_class  2..=255 Function "func name / *bases **kwargs";
    "__displayhook__"  display      1..=1;
    "__import__"       import       1..=5 Function "name globals locals fromlist level";
    "abs"              abs          1..=1;
    "aiter"            aiter        1..=1;
    "all"              all          1..=1;
    "anext"            anext        1..=2;
    "any"              any          1..=1;
    "ascii"            ascii        1..=1;
    "bin"              bin          1..=1;
    "breakpoint"       breakpoint   0..=255 Function "*args **kwargs";
    "callable"         callable     1..=1;
    "chr"              chr          1..=1;
    "compile"          compile      3..=6 Function "source filename mode flags dont_inherit optimize";
    "delattr"          delattr      2..=2;
    "dir"              dir          0..=1;
    "divmod"           divmod       2..=2;
    "eval"             eval         1..=3;
    "exec"             exec         1..=3;
    "format"           format       1..=2;
    "getattr"          getattr      2..=3;
    "globals"          globals      0..=0;
    "hasattr"          hasattr      2..=2;
    "hash"             hash         1..=1;
    "hex"              hex          1..=1;
    "id"               id           1..=1;
    "input"            input        0..=1;
    "isinstance"       isinstance   2..=2;
    "issubclass"       issubclass   2..=2;
    "iter"             iter         1..=2;
    "len"              len          1..=1;
    "locals"           locals       0..=0;
    "max"              max          0..=255 Function "*args key default";
    "min"              min          0..=255 Function "*args key default";
    "next"             next         1..=2;
    "oct"              oct          1..=1;
    "open"             open         0..=255 Function "*args **kwargs";
    "ord"              ord          1..=1;
    "pow"              pow          2..=3 Function "base exp mod";
    "print"            print        0..=255 Function "*args sep end file flush";
    "repr"             repr         1..=1;
    "round"            round        1..=2 Function "number ndigits";
    "setattr"          setattr      3..=3;
    "sorted"           sorted       1..=1 Function "iterable / * key reverse";
    "sum"              sum          1..=2 Function "iterable / start";
    "vars"             vars         0..=1;
}
