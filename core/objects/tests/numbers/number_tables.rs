//! Numbers as text and back against tables made with CPython.

use crate::support::{Owned, Text, bits, float, go, rows};
use threadsnake_objects::bigint::float::to_f64;
use threadsnake_objects::bigint::parse::{parse_room, scan};
use threadsnake_objects::number::format_error::{FormatError, SpecError};
use threadsnake_objects::number::format_spec::{Defaults, Spec};
use threadsnake_objects::number::format_value::{self, IntForm, int_form};
use threadsnake_objects::number::percent::{self, Conversion};
use threadsnake_objects::number::{Counter, complex_text, float_parse, float_text};

#[test]
fn float_and_complex_repr_equal_cpython() {
    for row in rows(include_str!("data/repr.tsv")) {
        let value = float(row[0]);
        assert_eq!(Text::of(|text| float_text::put_repr(text, value)), row[1], "{row:?}");
    }
}

#[test]
fn complex_repr_equals_cpython() {
    let cases: [(f64, f64, &str); 7] = [
        (0.0, 2.0, "2j"),
        (-0.0, 2.0, "(-0+2j)"),
        (1.0, -0.0, "(1-0j)"),
        (1.5, f64::NAN, "(1.5+nanj)"),
        (0.0, f64::NEG_INFINITY, "-infj"),
        (f64::INFINITY, 1e16, "(inf+1e+16j)"),
        (-1e22, 1e-7, "(-1e+22+1e-07j)"),
    ];
    for (real, imaginary, expected) in cases {
        assert_eq!(Text::of(|text| complex_text::put_repr(text, real, imaginary)), expected);
    }
}

#[test]
fn reading_floats_equals_cpython() {
    for row in rows(include_str!("data/read.tsv")) {
        let found = float_parse::parse(row[1].as_bytes()).map_or("error".into(), bits);
        assert_eq!(found, bits_of(row[2]), "{row:?}");
    }
    assert_eq!(float_parse::parse(b"\t\n1.5\x0b\x0c\r"), Ok(1.5));
    assert!(float_parse::parse(b"\x1c1.5").is_err());
}

#[test]
fn reading_back_a_repr_gives_the_same_float() {
    let mut random = crate::support::Generator(1);
    for _ in 0..if cfg!(miri) { 50 } else { 50_000 } {
        let value = f64::from_bits(random.next());
        let text = Text::of(|text| float_text::put_repr(text, value));
        let back = float_parse::parse(text.as_bytes()).expect("a float");
        assert_eq!(bits(back), bits(value), "{text}");
    }
}

#[test]
fn reading_integers_equals_cpython() {
    for row in rows(include_str!("data/int_read.tsv")) {
        let base = row[2].parse().expect("a base");
        let found = match scan(row[1].as_bytes(), base) {
            Err(_) => "error".into(),
            Ok(text) => {
                let mut limbs = vec![0; parse_room(text.count, text.radix)];
                let len = threadsnake_objects::bigint::parse::parse(
                    &mut limbs,
                    text.digits,
                    text.radix,
                    &mut go,
                )
                .expect("room");
                let mut number = Owned::magnitude(limbs, len);
                number.negative = text.negative && len > 0;
                assert_eq!(text.to_i64(), number.big().to_i64());
                number.text(16)
            }
        };
        assert_eq!(found, row[3], "{row:?}");
    }
}

#[test]
fn rounding_floats_equals_cpython() {
    for row in rows(include_str!("data/round.tsv")) {
        let places = row[1].parse().expect("places");
        let found = float_parse::round_to(float(row[0]), places).map_or("overflow".into(), bits);
        assert_eq!(found, bits_of(row[2]), "{row:?}");
    }
}

/// All NaNs are one.
fn bits_of(text: &str) -> String {
    if matches!(text, "overflow" | "error") { text.into() } else { bits(float(text)) }
}

fn format_int(text: &mut Text, spec: &Spec, value: &Owned) -> Result<(), FormatError> {
    let Some(small) = value.big().to_i64() else {
        return match int_form(spec)? {
            IntForm::Char => Err(SpecError::CharTooLarge.into()),
            IntForm::Float => {
                format_value::put_float(text, spec, to_f64(value.big()).expect("fits"))
            }
            IntForm::Digits(radix) => {
                let mut digits = value.text(radix).replace('-', "").into_bytes();
                format_value::put_int_digits(text, spec, value.negative, &mut digits)
            }
        };
    };
    format_value::put_int(text, spec, small)
}

fn format_row(text: &mut Text, kind: &str, value: &str, spec: &str) -> Result<(), FormatError> {
    let spec = spec.as_bytes();
    match kind {
        "str" => {
            let spec = Spec::parse(spec, Defaults::Str)?;
            format_value::put_str(text, &spec, value.as_bytes())
        }
        "int" => format_int(text, &Spec::parse(spec, Defaults::Int)?, &Owned::hex(value)),
        "float" => {
            let spec = Spec::parse(spec, Defaults::Float)?;
            format_value::put_float(text, &spec, float(value))
        }
        _ => {
            let spec = Spec::parse(spec, Defaults::Float)?;
            format_value::put_complex(text, &spec, float(&value[..16]), float(&value[16..]))
        }
    }
}

#[test]
fn formatting_equals_cpython() {
    for row in rows(include_str!("data/format.tsv")) {
        let [kind, value, spec, outcome, expected] = row[..] else { panic!("columns: {row:?}") };
        let mut text = Text::default();
        let found = match format_row(&mut text, kind, value, spec) {
            Ok(()) => "ok",
            Err(FormatError::Full) => panic!("a sink that grows is never full"),
            Err(FormatError::Spec(error)) => {
                text.0.clear();
                let _ = error.put_message(&mut text, spec.as_bytes(), kind.as_bytes());
                if error.is_overflow() { "OverflowError" } else { "ValueError" }
            }
        };
        let shown = String::from_utf8_lossy(&text.0);
        assert_eq!((found, &*shown), (outcome, expected), "{row:?}");
    }
}

fn percent_row(
    text: &mut Text,
    conversion: &Conversion<'_>,
    kind: &str,
    value: &str,
) -> Result<(), threadsnake_objects::number::SinkFull> {
    match kind {
        "str" => percent::put_text(text, conversion, value.as_bytes()),
        "float" => percent::put_float(text, conversion, float(value)),
        _ => {
            let value = Owned::hex(value);
            if let Some(small) = value.big().to_i64() {
                return percent::put_int(text, conversion, small);
            }
            let radix = conversion.radix().expect("an integer type");
            let mut digits = value.text(radix).replace('-', "").into_bytes();
            percent::put_int_digits(text, conversion, value.negative, &mut digits)
        }
    }
}

#[test]
fn percent_formats_equal_cpython() {
    for row in rows(include_str!("data/percent.tsv")) {
        let [kind, value, format, outcome, expected] = row[..] else { panic!("columns: {row:?}") };
        let mut text = Text::default();
        let start = format.find('%').expect("a conversion") + 1;
        let found = match percent::parse(format.as_bytes(), start) {
            Err(error) => {
                text.0.extend(error.text().bytes());
                "ValueError"
            }
            Ok(conversion) if percent::is_known(conversion.code) && conversion.code != 0x25 => {
                percent_row(&mut text, &conversion, kind, value).expect("room");
                "ok"
            }
            Ok(conversion) => {
                let _ = percent::put_unsupported(&mut text, format.as_bytes(), &conversion);
                "ValueError"
            }
        };
        let shown = String::from_utf8_lossy(&text.0);
        assert_eq!((found, &*shown), (outcome, expected), "{row:?}");
    }
}

#[test]
fn conversions_keep_keys_and_stars() {
    let text = b"a%(k(e)y)-+*.*lxz";
    let mut found = percent::parse(text, 2).expect("a conversion");
    assert_eq!(found.key, Some(b"k(e)y".as_slice()));
    assert_eq!(
        (found.width, found.precision),
        (percent::Amount::Argument, percent::Amount::Argument)
    );
    assert_eq!((found.code_byte(), text[found.end]), (b'x', b'z'));
    found.set_width(-7);
    found.set_precision(3);
    assert_eq!(Text::of(|text| percent::put_int(text, &found, 10)), "+00a   ");
    assert_eq!(percent::parse(b"%(ab", 1).err(), Some(percent::PercentError::IncompleteKey));
}

#[test]
fn huge_widths_are_counted_without_work() {
    for spec in ["99999999", "099999999,", "099999999_x", "*^99999999"] {
        let spec = Spec::parse(spec.as_bytes(), Defaults::Int).expect("a specification");
        let mut counter = Counter::default();
        assert_eq!(format_value::put_int(&mut counter, &spec, 5), Ok(()));
        assert_eq!(counter.chars, 99_999_999);
    }
}
