//! Printing exceptions that nobody handled.
//!
//! Not here: collecting the places (unwind.rs).

use threadsnake_heap::Value;
use threadsnake_objects::cx::Cx;
use threadsnake_platform::Stream;

/// Writes the exception of a finalizer, which goes nowhere else.
pub fn write_ignored(cx: &mut Cx, exception: Value) {
    let class = cx.type_of(exception);
    let name = threadsnake_objects::class::name(cx, class);
    let _ = cx.platform.write(Stream::Err, b"Exception ignored in finalizer: ");
    if let Some(object) = name.object_ref() {
        let (from, len) = threadsnake_objects::str::part(cx, object);
        let _ = cx.platform.write(Stream::Err, cx.heap.space.bytes(from, len));
    }
    let _ = cx.platform.write(Stream::Err, b"\n");
}
