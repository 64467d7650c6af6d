//! The footprint as text for people and as JSON for machines.
//!
//! Not here: taking the figures (runtime/report.rs).

use std::fmt::Write;
use threadsnake_runtime::Report;
use threadsnake_runtime::report::Fill;

/// Columns of the names in the table of kinds.
const NAME_WIDTH: usize = 22;

/// A few lines that say what every byte of the arena was for.
pub fn text(report: &Report) -> String {
    let mut text = String::new();
    let r = report;
    let of_arena = |bytes: u32| percent(u64::from(bytes), u64::from(r.arena_bytes));
    // Writing to a String cannot fail.
    let _ = writeln!(text, "footprint ({})", memconfig::profile::NAME);
    let _ = writeln!(
        text,
        "  arena        {:>11}   window {}, reserve {}",
        grouped(r.arena_bytes),
        grouped(r.window_bytes),
        grouped(r.reserve_bytes)
    );
    let _ = writeln!(text, "  boot heap    {:>11}", grouped(r.boot_heap_bytes));
    let _ =
        writeln!(text, "  live         {:>11}   {}", grouped(r.live_bytes), of_arena(r.live_bytes));
    let _ =
        writeln!(text, "  peak         {:>11}   {}", grouped(r.peak_bytes), of_arena(r.peak_bytes));
    kinds(&mut text, r);
    fill(&mut text, "dict tables", &r.dicts);
    fill(&mut text, "set tables", &r.sets);
    let _ = writeln!(
        text,
        "  window       {:>11}   high-water of {}",
        grouped(r.window_peak_bytes),
        grouped(r.window_bytes)
    );
    let _ = writeln!(
        text,
        "  spilled      {:>11}   in {} frames",
        grouped64(r.spilled_bytes),
        grouped64(r.spilled_frames)
    );
    let _ = writeln!(
        text,
        "  frame list   {:>11}   held; {} hits, {} misses",
        grouped(r.frame_held_bytes),
        grouped64(r.frame_hits),
        grouped64(r.frame_misses)
    );
    let _ = writeln!(
        text,
        "  largest free {:>11}   of {}, fragmentation {}.{} %",
        grouped(r.largest_free_bytes),
        grouped(r.free_bytes),
        r.fragmentation_per_mille / 10,
        r.fragmentation_per_mille % 10
    );
    let _ = writeln!(
        text,
        "  allocations  {:>11}   {} merges, {} collections freed {} objects",
        grouped64(r.allocations),
        grouped(r.merges),
        grouped(r.collections),
        grouped64(r.collected_objects)
    );
    let _ = writeln!(text, "  executed     {:>11}   bytecodes", grouped64(r.executed));
    let _ = writeln!(
        text,
        "  images       {:>11}   in the arena, {} outside, {} of ROM; compiler scratch {}",
        grouped(r.image_arena_bytes),
        grouped(r.image_rom_bytes),
        grouped(r.rom_bytes),
        grouped(r.scratch_peak_bytes)
    );
    text
}

fn kinds(text: &mut String, report: &Report) {
    let mut rows: Vec<_> = report.kinds().collect();
    rows.sort_by_key(|(name, usage)| (std::cmp::Reverse(usage.bytes), *name));
    for (name, usage) in rows {
        let _ = writeln!(
            text,
            "    {name:NAME_WIDTH$} {:>10} bytes {:>8} x",
            grouped(usage.bytes),
            grouped(usage.count)
        );
    }
}

fn fill(text: &mut String, name: &str, fill: &Fill) {
    let per_mille = fill.per_mille();
    let _ = writeln!(
        text,
        "  {name:12} {:>11}   {} with {} of {} entries in use ({}.{} %), {} with an index, {} empty",
        grouped(fill.bytes),
        grouped(fill.owners),
        grouped(fill.entries),
        grouped(fill.room),
        per_mille / 10,
        per_mille % 10,
        grouped(fill.indexed),
        grouped(fill.empty)
    );
}

fn percent(part: u64, whole: u64) -> String {
    let per_mille = (part * 1000).checked_div(whole).unwrap_or(0);
    format!("{}.{} %", per_mille / 10, per_mille % 10)
}

fn grouped(number: u32) -> String {
    grouped64(u64::from(number))
}

/// A number with commas between groups of three digits.
fn grouped64(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// One JSON object on one line.
pub fn json(report: &Report, status: i32) -> String {
    let r = report;
    let mut text = String::from("{");
    string(&mut text, "profile", memconfig::profile::NAME);
    let figures: [(&str, u64); 26] = [
        ("arena_bytes", r.arena_bytes.into()),
        ("window_bytes", r.window_bytes.into()),
        ("reserve_bytes", r.reserve_bytes.into()),
        ("boot_heap_bytes", r.boot_heap_bytes.into()),
        ("live_bytes", r.live_bytes.into()),
        ("peak_bytes", r.peak_bytes.into()),
        ("allocations", r.allocations),
        ("merges", r.merges.into()),
        ("window_peak_bytes", r.window_peak_bytes.into()),
        ("spilled_frames", r.spilled_frames),
        ("spilled_bytes", r.spilled_bytes),
        ("frame_hits", r.frame_hits),
        ("frame_misses", r.frame_misses),
        ("frame_held_bytes", r.frame_held_bytes.into()),
        ("free_bytes", r.free_bytes.into()),
        ("largest_free_bytes", r.largest_free_bytes.into()),
        ("fragmentation_per_mille", r.fragmentation_per_mille.into()),
        ("collections", r.collections.into()),
        ("collected_objects", r.collected_objects),
        ("bytecodes_executed", r.executed),
        ("images", r.images.into()),
        ("image_arena_bytes", r.image_arena_bytes.into()),
        ("image_rom_bytes", r.image_rom_bytes.into()),
        ("scratch_peak_bytes", r.scratch_peak_bytes.into()),
        ("rom_bytes", r.rom_bytes.into()),
        ("status", u64::from(status as u32)),
    ];
    for (name, figure) in figures {
        number(&mut text, name, figure);
    }
    text.push_str("\"by_kind\":{");
    for (name, usage) in merged(report) {
        let _ = write!(text, "\"{name}\":{{\"count\":{},\"bytes\":{}}},", usage.0, usage.1);
    }
    close(&mut text);
    text.push(',');
    fill_json(&mut text, "dict_tables", &r.dicts);
    text.push(',');
    fill_json(&mut text, "set_tables", &r.sets);
    text.push('}');
    text
}

/// Count and bytes by name: some kinds share one.
fn merged(report: &Report) -> Vec<(&'static str, (u64, u64))> {
    let mut rows: Vec<(&'static str, (u64, u64))> = Vec::new();
    for (name, usage) in report.kinds() {
        let (count, bytes) = (u64::from(usage.count), u64::from(usage.bytes));
        match rows.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum = (sum.0 + count, sum.1 + bytes),
            None => rows.push((name, (count, bytes))),
        }
    }
    rows
}

fn fill_json(text: &mut String, name: &str, fill: &Fill) {
    let _ = write!(text, "\"{name}\":{{");
    number(text, "count", fill.owners.into());
    number(text, "empty", fill.empty.into());
    number(text, "indexed", fill.indexed.into());
    number(text, "entries", fill.entries.into());
    number(text, "room", fill.room.into());
    number(text, "bytes", fill.bytes.into());
    number(text, "fill_per_mille", fill.per_mille().into());
    close(text);
}

/// Ends an object whose last member left a comma.
fn close(text: &mut String) {
    if text.ends_with(',') {
        text.pop();
    }
    text.push('}');
}

fn string(text: &mut String, name: &str, value: &str) {
    let _ = write!(text, "\"{name}\":\"{}\",", value.escape_default());
}

fn number(text: &mut String, name: &str, value: u64) {
    let _ = write!(text, "\"{name}\":{value},");
}

#[cfg(test)]
mod tests {
    use super::grouped64;

    #[test]
    fn digits_stand_in_groups_of_three() {
        assert_eq!(grouped64(0), "0");
        assert_eq!(grouped64(999), "999");
        assert_eq!(grouped64(1000), "1,000");
        assert_eq!(grouped64(1_234_567), "1,234,567");
    }
}
