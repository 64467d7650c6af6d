//! Smaller code than the compiler makes: its assembly text is rewritten before it is assembled.
//!
//! ```text
//!  assembly ─ saves.rs ─► registers saved and restored by one instruction
//!           ─ shared.rs ─► what stands in several places stands in one, and is called or jumped to
//! ```
//!
//! Nothing is moved across a label, a branch or a call, and nothing is known of a program but its text, so
//! what it does stays the same; what runs all the time (`HOT`) is left alone.
//!
//! Not here: making the text and assembling it (library.rs).

mod assembly;
mod flow;
mod repeats;
mod saves;
mod shared;

pub use shared::SHARED_SYMBOL;

use assembly::Assembly;

/// How often repetitions are looked for: what is shared in one round may be shared with more in the next.
const ROUNDS: usize = 4;

/// Parts of the names of functions in which no call is added: they run for every instruction of a script.
const HOT: [&str; 1] = ["threadsnake_vm8dispatch3run"];

/// The same program in less code.
pub fn compact(text: &str) -> String {
    let mut assembly = Assembly::parse(&whole_names(text));
    for function in assembly.functions() {
        saves::merge(function);
    }
    let mut made = 0;
    for _ in 0..ROUNDS {
        let before = made;
        shared::share(&mut assembly, &mut made);
        if made == before {
            break;
        }
    }
    assembly.to_string()
}

/// Names of source files in one piece: the assembler does not take two of every file.
fn whole_names(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        match line.strip_prefix("\t.file\t").and_then(|rest| rest.split_once("\" \"")) {
            Some((folder, name)) if name.starts_with('/') => {
                let number = folder.split(' ').next().unwrap_or(folder);
                out.push_str(&format!("\t.file\t{number} \"{name}"));
            }
            Some((folder, name)) => out.push_str(&format!("\t.file\t{folder}/{name}")),
            None => out.push_str(line),
        }
        out.push('\n');
    }
    out
}

/// Whether calls may be added to a function.
fn is_hot(name: &str) -> bool {
    HOT.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A function of assembly text as the compiler writes it.
    fn function(name: &str, code: &str) -> String {
        format!(
            "\t.section\t.text.{name},\"ax\",@progbits\n{name}:\n.Lfunc_begin0:\n{code}.Lfunc_end0:\n"
        )
    }

    #[test]
    fn registers_are_saved_and_restored_together() {
        let text = function(
            "one",
            "\tmflr 0\n\tstwu 1, -32(1)\n\tstw 0, 36(1)\n\tstw 28, 16(1)\n\tstw 30, 24(1)\n\tmr\t30, 3\n\
             \tbl two\n\tlwz 30, 24(1)\n\tlwz 28, 16(1)\n\tlwz 0, 36(1)\n\taddi 1, 1, 32\n\tmtlr 0\n\tblr\n",
        );
        let made = compact(&text);
        assert!(made.contains("\tstmw 28, 16(1)\n\tmr 30, 3\n"), "{made}");
        assert!(made.contains("\tlmw 28, 16(1)\n\tlwz 0, 36(1)\n"), "{made}");
        assert!(!made.contains("stw 30"), "{made}");
    }

    #[test]
    fn a_slot_that_something_else_uses_keeps_the_saves_apart() {
        let text = function(
            "one",
            "\tstwu 1, -32(1)\n\tstw 28, 16(1)\n\tstw 30, 24(1)\n\tstw 3, 28(1)\n\tlwz 30, 24(1)\n\
             \tlwz 28, 16(1)\n\taddi 1, 1, 32\n\tblr\n",
        );
        assert!(!compact(&text).contains("mw"));
    }

    #[test]
    fn equal_ends_are_jumped_to() {
        let end = "\tli 3, 1\n\tli 4, 2\n\tli 5, 3\n\tli 6, 4\n\tblr\n";
        let text: String = ["one", "two", "three"].map(|name| function(name, end)).concat();
        let made = compact(&text);
        assert_eq!(made.matches("li 5, 3").count(), 1, "{made}");
        assert_eq!(made.matches("\tb threadsnake_shared_0\n").count(), 3, "{made}");
    }

    /// A function that calls, with the same instructions inside as others.
    fn caller(name: &str, link: &str) -> String {
        let code = format!(
            "{link}\taddi 3, 3, 7\n\tslwi 4, 3, 2\n\txor 5, 4, 3\n\tadd 3, 5, 4\n\tcmplwi\t3, 9\n\tblt 0, .LBB{name}\n\
             \tlis 9, {name}@ha\n.LBB{name}:\n\tmtlr 0\n\tblr\n"
        );
        function(name, &code)
    }

    #[test]
    fn calls_are_added_where_the_return_address_is_kept() {
        let text: String = ["one", "two", "three"].map(|name| caller(name, "\tmflr 0\n")).concat();
        let made = compact(&text);
        assert_eq!(made.matches("xor 5, 4, 3").count(), 1, "{made}");
        assert_eq!(made.matches("\tbl threadsnake_shared_0\n").count(), 3, "{made}");
    }

    #[test]
    fn calls_are_not_added_where_it_would_be_lost() {
        let text: String = ["one", "two", "three"].map(|name| caller(name, "")).concat();
        assert_eq!(compact(&text).matches("xor 5, 4, 3").count(), 3);
    }

    #[test]
    fn text_without_repetitions_stays_as_it_is() {
        let text = function("one", "\tli 3, 1\n\t.loc\t1 2 3\n.LBB0_1:\n\tb .LBB0_1\n");
        assert_eq!(compact(&text), text);
    }
}
