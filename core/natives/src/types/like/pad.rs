//! `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

use super::{class_of, this};
use crate::scalar::*;
use threadsnake_heap::Value;
use threadsnake_objects::cx::{Cx, NativeResult, Outcome};
use threadsnake_objects::raise::{self, Part::*};
use threadsnake_objects::str as string;
use threadsnake_objects::strlike::{self, Flavor, replace as replacing};

/// The fill character of `center` and the like, and its length.
fn fill_char(cx: &mut Cx, value: Value, flavor: Flavor, name: &str) -> Outcome<([u8; 4], usize)> {
    if value.is_unbound() {
        return Ok(([b' ', 0, 0, 0], 1));
    }
    let part = strlike::argument(cx, value, flavor);
    let mut unit = [0; 4];
    if let Some((start, len @ 1..=4)) = part {
        let text = cx.heap.space.bytes(start, len);
        let is_one = if flavor == Flavor::Str { string::count_chars(text) == 1 } else { len == 1 };
        if is_one {
            unit.iter_mut().zip(text).for_each(|(place, &byte)| *place = byte);
            return Ok((unit, len as usize));
        }
    }
    Err(match (flavor, part) {
        (Flavor::Str, Some(_)) => {
            raise::type_error(cx, &[S("The fill character must be exactly one character long")])
        }
        (Flavor::Str, None) => {
            let parts = [S("The fill character must be a unicode character, not "), T(value)];
            raise::type_error(cx, &parts)
        }
        _ => {
            let parts =
                [S(name), S("() argument 2 must be a byte string of length 1, not "), T(value)];
            raise::type_error(cx, &parts)
        }
    })
}

fn justify(
    cx: &mut Cx,
    args: &[Value],
    flavor: Flavor,
    name: &str,
    before: fn(u32, i64) -> u32,
) -> NativeResult {
    let like = this(cx, args, flavor, name)?;
    let Some(width) = index_or(cx, arg(args, 1), 0)? else {
        return Err(retry(cx, class_of(flavor), name, args));
    };
    let (unit, len) = fill_char(cx, arg(args, 2), flavor, name)?;
    let missing = replacing::missing(cx, &like, width)?;
    let left = before(missing, width);
    replacing::pad(cx, &like, left, missing - left, unit.get(..len).unwrap_or(b" "))
}

/// `center(width, fillchar)`
pub fn center(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    // The odd one goes left when the width is odd as well.
    justify(cx, args, flavor, "center", |missing, width| {
        missing / 2 + (missing & (width & 1) as u32 & 1)
    })
}

/// `ljust(width, fillchar)`
pub fn ljust(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    justify(cx, args, flavor, "ljust", |_, _| 0)
}

/// `rjust(width, fillchar)`
pub fn rjust(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    justify(cx, args, flavor, "rjust", |missing, _| missing)
}

/// `zfill(width)`
pub fn zfill(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    let like = this(cx, args, flavor, "zfill")?;
    match index_or(cx, arg(args, 1), 0)? {
        Some(width) => replacing::zero_fill(cx, &like, width),
        None => Err(retry(cx, class_of(flavor), "zfill", args)),
    }
}

/// `expandtabs(tabsize)`
pub fn expandtabs(cx: &mut Cx, args: &[Value], flavor: Flavor) -> NativeResult {
    const TAB_SIZE: i64 = 8;
    let like = this(cx, args, flavor, "expandtabs")?;
    match index_or(cx, arg(args, 1), TAB_SIZE)? {
        Some(size) => {
            replacing::expand_tabs(cx, &like, u32::try_from(size.max(0)).unwrap_or(u32::MAX))
        }
        None => Err(retry(cx, class_of(flavor), "expandtabs", args)),
    }
}
