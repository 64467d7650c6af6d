//! Events of the core for whoever watches: one line of source each, and nothing at all in a build without.
//!
//! With the feature `trace` an event is a few bytes for the logger of the target; its text stays in the
//! file of symbols. Without it the arguments are looked at by the compiler and then forgotten.
//!
//! Not here: where events go (targets/), reading them (xtask).

#[cfg(feature = "trace")]
#[doc(hidden)]
pub use defmt;

/// Notes an event: a text with `{=u32}` and the like in it, and the numbers for them.
#[cfg(feature = "trace")]
#[macro_export]
macro_rules! event {
    ($($argument:tt)+) => {{
        use $crate::trace::defmt;
        defmt::trace!($($argument)+);
    }};
}

/// Notes an event: a text with `{=u32}` and the like in it, and the numbers for them.
#[cfg(not(feature = "trace"))]
#[macro_export]
macro_rules! event {
    ($text:literal $(, $argument:expr)* $(,)?) => {{
        let _ = ($(&$argument,)*);
    }};
}
