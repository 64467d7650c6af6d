//! Programs from a number: the same number gives the same program on every machine.
//!
//! Each builds up a few containers and objects by random steps and prints what they are now and then. The
//! steps are chosen for what depends on byte order or word size in a careless interpreter: numbers across 31,
//! 63 and 64 bits, floats, texts beyond ASCII, hashes, packed bytes, growth of tables.
//!
//! Not here: running them (parity.rs).

use std::fmt::Write;

/// Steps of a program.
const STEPS: u32 = 60;

/// What every program begins with.
const OPENING: &str = "\
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def moved(self, by):
        return Point(self.x + by, self.y - by)
    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)
    def __hash__(self):
        return hash((self.x, self.y))
    def __repr__(self):
        return f'Point({self.x}, {self.y})'
def counted(n):
    for i in range(n):
        yield i * i
def adder(n):
    total = n
    def add(k):
        nonlocal total
        total += k
        return total
    return add
numbers, texts, table, points, unique = [1], ['a'], {}, [], set()
add = adder(0)
";

/// A generator of numbers: xorshift, never 0.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: u64) -> u64 {
        (self.next() >> 16) % end
    }

    /// A number near one of the widths where its kind changes.
    fn number(&mut self) -> String {
        let near = self.below(9) as i64 - 4;
        match self.below(7) {
            0 => near.to_string(),
            1 => format!("(2**30 + {near})"),
            2 => format!("(-2**31 + {near})"),
            3 => format!("(2**63 + {near})"),
            4 => format!("(2**64 - {near})"),
            5 => format!("{}.{}e{near}", self.below(10), self.below(1000)),
            _ => format!("(3**{} + {near})", self.below(90)),
        }
    }

    fn text(&mut self) -> &'static str {
        const TEXTS: [&str; 6] =
            ["'plain'", "'größer'", "'\\u4e16界'", "('\\U0001f40d' * 3)", "('x' * 40)", "''"];
        TEXTS.get(self.below(6) as usize).copied().unwrap_or("''")
    }
}

/// The program of a number.
pub fn program(seed: u64) -> String {
    let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    for _ in 0..8 {
        chance.next();
    }
    let mut text = OPENING.to_string();
    for _ in 0..STEPS {
        step(&mut text, &mut chance);
    }
    text.push_str("print(len(numbers), len(texts), len(table), len(points), len(unique))\n");
    text.push_str("print(sorted(map(repr, unique)))\nprint(list(table.items())[-5:])\n");
    text
}

fn step(text: &mut String, chance: &mut Chance) {
    let (one, two) = (chance.number(), chance.number());
    let (word, small) = (chance.text(), chance.below(30));
    // Writing to a String cannot fail.
    let _ = match chance.below(14) {
        0 => writeln!(text, "numbers.append({one} * {two})\nprint(numbers[-1])"),
        1 => writeln!(text, "numbers += [n + {one} for n in numbers[:{small}]]"),
        2 => writeln!(text, "texts.append({word} + texts[-1][:{small}])\nprint(ascii(texts[-1]))"),
        3 => writeln!(text, "table[{one}] = {two}\ntable[{word}] = len(table)"),
        4 => writeln!(text, "for k in list(table)[:{small}:3]:\n    del table[k]"),
        5 => writeln!(text, "points += [Point(i, {one}) for i in range({small})]"),
        6 => writeln!(text, "points = [p.moved({small}) for p in points[::2]]\nprint(points[:2])"),
        7 => writeln!(text, "unique |= {{{one}, {word}, Point({small}, 0), ({two}, {word})}}"),
        8 => writeln!(
            text,
            "print(sum(counted({small})), add({small}), hash({word}) == hash({word}))"
        ),
        9 => writeln!(
            text,
            "try:\n    print({one} // ({two} - {small}))\nexcept (ZeroDivisionError, OverflowError) as e:\n    print(type(e).__name__, e)"
        ),
        10 => writeln!(text, "print(f'{{{one}:>30}}|{{{two}!r:.20}}', '%s' % ({one},))"),
        11 => writeln!(
            text,
            "print({word}.encode()[::-1], ({small} << 37).to_bytes(8, 'big'), int.from_bytes(b'\\x01\\x02\\x03{small}', 'little'))"
        ),
        12 => writeln!(
            text,
            "numbers.sort(key=repr)\nprint([hash(n) for n in numbers[:3]], round(float({small}) / 7, 9))"
        ),
        _ => writeln!(
            text,
            "print({one} < {two}, {one} == {two}, divmod({one}, 7), str({one})[::-1])"
        ),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_for_one_program() {
        assert_eq!(program(3), program(3));
        assert_ne!(program(3), program(4));
    }
}
