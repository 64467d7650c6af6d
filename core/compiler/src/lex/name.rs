//! Names: letters, digits and underscores of any script.
//!
//! Tables of the Unicode identifier properties would be larger than the rest of the lexer, so a name is what
//! `char::is_alphanumeric` says, less the number forms that Python refuses. Names are not normalised: two spellings
//! of one accented letter are two names.
//!
//! Not here: keywords (token.rs), string prefixes (string.rs).

use super::{Lexed, Lexer};
use crate::error::ErrorKind;

impl<'a> Lexer<'a> {
    /// Steps over a name; the first byte is already known to fit.
    pub(super) fn read_name(&mut self) -> Lexed<'a, ()> {
        let start = self.pos;
        while let Some(byte) = self.peek(0)
            && (byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80)
        {
            self.pos += 1;
        }
        let name = self.text.get(start as usize..self.pos as usize).unwrap_or_default();
        if name.is_ascii() {
            return Ok(());
        }
        for (at, found) in name.char_indices() {
            let fits = if at == 0 { may_start(found) } else { may_continue(found) };
            if !fits {
                self.pos = start + (at + found.len_utf8()) as u32;
                let kind = match is_printable(found) {
                    true => ErrorKind::InvalidCharacter(found),
                    false => ErrorKind::NonPrintable(found),
                };
                return Err(self.in_token(kind));
            }
        }
        Ok(())
    }
}

fn may_start(found: char) -> bool {
    found == '_' || (found.is_alphabetic() && !is_combining(found))
}

fn may_continue(found: char) -> bool {
    found == '_'
        || found.is_alphabetic()
        || is_combining(found)
        || found == '\u{B7}'
        || (found.is_numeric() && !is_number_form(found))
}

/// The commonest blocks of combining marks, which may follow a letter but not start a name.
fn is_combining(found: char) -> bool {
    matches!(found,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5BD}' | '\u{64B}'..='\u{65F}'
        | '\u{93A}'..='\u{93C}' | '\u{93E}'..='\u{94F}' | '\u{E31}' | '\u{E34}'..='\u{E3A}'
        | '\u{E47}'..='\u{E4E}' | '\u{1AB0}'..='\u{1ACE}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20DC}' | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}')
}

/// Superscripts, fractions and enclosed numbers: numeric, yet not digits.
fn is_number_form(found: char) -> bool {
    matches!(found,
        '\u{B2}' | '\u{B3}' | '\u{B9}' | '\u{BC}'..='\u{BE}' | '\u{2070}'..='\u{2089}'
        | '\u{2150}'..='\u{215F}' | '\u{2189}' | '\u{2460}'..='\u{249B}' | '\u{24EA}'..='\u{24FF}'
        | '\u{2776}'..='\u{2793}' | '\u{3192}'..='\u{3195}' | '\u{3220}'..='\u{3229}'
        | '\u{3248}'..='\u{324F}' | '\u{3251}'..='\u{325F}' | '\u{3280}'..='\u{3289}'
        | '\u{32B1}'..='\u{32BF}' | '\u{1F100}'..='\u{1F10C}')
}

/// Spaces, controls and formatting marks cannot be seen.
fn is_printable(found: char) -> bool {
    !(found.is_control()
        || found.is_whitespace()
        || matches!(found,
            '\u{AD}' | '\u{600}'..='\u{605}' | '\u{61C}' | '\u{6DD}' | '\u{70F}' | '\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}'
            | '\u{E0000}'..='\u{10FFFF}'))
}
