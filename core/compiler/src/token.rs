//! Tokens: what the lexer hands to the parser.
//!
//! A token is 16 bytes and holds no text: its kind and where it is. The words of the language are kinds of their
//! own; soft keywords (`match`, `case`, `_`) are names that the parser looks at.
//!
//! Not here: making tokens (lex.rs), what an operator means (parse/binary.rs).

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// The lexer cannot go on; the reason is kept beside the token list.
    Error,
    /// End of the text.
    End,
    /// End of a logical line.
    Newline,
    /// A deeper block begins.
    Indent,
    /// A block ends.
    Dedent,
    /// A name that is not a keyword.
    Name,
    /// A number.
    Number,
    /// A string with its prefix and quotes.
    String,
    /// A character that starts no token, such as `?` or `$`.
    Stray,
    /// `(`
    LeftParen,
    /// `)`
    RightParen,
    /// `[`
    LeftSquare,
    /// `]`
    RightSquare,
    /// `{`
    LeftBrace,
    /// `}`
    RightBrace,
    /// `:`
    Colon,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `.`
    Dot,
    /// `...`
    Ellipsis,
    /// `->`
    Arrow,
    /// `=`
    Assign,
    /// `:=`
    Walrus,
    /// `@`
    At,
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Star,
    /// `**`
    DoubleStar,
    /// `/`
    Slash,
    /// `//`
    DoubleSlash,
    /// `%`
    Percent,
    /// `|`
    Pipe,
    /// `&`
    Ampersand,
    /// `^`
    Caret,
    /// `~`
    Tilde,
    /// `<<`
    LeftShift,
    /// `>>`
    RightShift,
    /// `<`
    Less,
    /// `>`
    Greater,
    /// `<=`
    LessEq,
    /// `>=`
    GreaterEq,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<>`, a token but no operator.
    LessGreater,
    /// `+=`
    PlusAssign,
    /// `-=`
    MinusAssign,
    /// `*=`
    StarAssign,
    /// `**=`
    DoubleStarAssign,
    /// `/=`
    SlashAssign,
    /// `//=`
    DoubleSlashAssign,
    /// `%=`
    PercentAssign,
    /// `@=`
    AtAssign,
    /// `&=`
    AmpersandAssign,
    /// `|=`
    PipeAssign,
    /// `^=`
    CaretAssign,
    /// `<<=`
    LeftShiftAssign,
    /// `>>=`
    RightShiftAssign,
    /// `False`
    False,
    /// `None`
    None,
    /// `True`
    True,
    /// `and`
    And,
    /// `as`
    As,
    /// `assert`
    Assert,
    /// `async`
    Async,
    /// `await`
    Await,
    /// `break`
    Break,
    /// `class`
    Class,
    /// `continue`
    Continue,
    /// `def`
    Def,
    /// `del`
    Del,
    /// `elif`
    Elif,
    /// `else`
    Else,
    /// `except`
    Except,
    /// `finally`
    Finally,
    /// `for`
    For,
    /// `from`
    From,
    /// `global`
    Global,
    /// `if`
    If,
    /// `import`
    Import,
    /// `in`
    In,
    /// `is`
    Is,
    /// `lambda`
    Lambda,
    /// `nonlocal`
    Nonlocal,
    /// `not`
    Not,
    /// `or`
    Or,
    /// `pass`
    Pass,
    /// `raise`
    Raise,
    /// `return`
    Return,
    /// `try`
    Try,
    /// `while`
    While,
    /// `with`
    With,
    /// `yield`
    Yield,
}

/// Keywords in byte order, for binary search.
const KEYWORDS: [(&[u8], Kind); 35] = [
    (b"False", Kind::False),
    (b"None", Kind::None),
    (b"True", Kind::True),
    (b"and", Kind::And),
    (b"as", Kind::As),
    (b"assert", Kind::Assert),
    (b"async", Kind::Async),
    (b"await", Kind::Await),
    (b"break", Kind::Break),
    (b"class", Kind::Class),
    (b"continue", Kind::Continue),
    (b"def", Kind::Def),
    (b"del", Kind::Del),
    (b"elif", Kind::Elif),
    (b"else", Kind::Else),
    (b"except", Kind::Except),
    (b"finally", Kind::Finally),
    (b"for", Kind::For),
    (b"from", Kind::From),
    (b"global", Kind::Global),
    (b"if", Kind::If),
    (b"import", Kind::Import),
    (b"in", Kind::In),
    (b"is", Kind::Is),
    (b"lambda", Kind::Lambda),
    (b"nonlocal", Kind::Nonlocal),
    (b"not", Kind::Not),
    (b"or", Kind::Or),
    (b"pass", Kind::Pass),
    (b"raise", Kind::Raise),
    (b"return", Kind::Return),
    (b"try", Kind::Try),
    (b"while", Kind::While),
    (b"with", Kind::With),
    (b"yield", Kind::Yield),
];

/// Operators of three characters, then two, then one; the longest match wins.
const OPERATORS: [(&[u8], Kind); 49] = [
    (b"**=", Kind::DoubleStarAssign),
    (b"//=", Kind::DoubleSlashAssign),
    (b"<<=", Kind::LeftShiftAssign),
    (b">>=", Kind::RightShiftAssign),
    (b"...", Kind::Ellipsis),
    (b"!=", Kind::NotEqual),
    (b"%=", Kind::PercentAssign),
    (b"&=", Kind::AmpersandAssign),
    (b"**", Kind::DoubleStar),
    (b"*=", Kind::StarAssign),
    (b"+=", Kind::PlusAssign),
    (b"-=", Kind::MinusAssign),
    (b"->", Kind::Arrow),
    (b"//", Kind::DoubleSlash),
    (b"/=", Kind::SlashAssign),
    (b":=", Kind::Walrus),
    (b"<<", Kind::LeftShift),
    (b"<=", Kind::LessEq),
    (b"<>", Kind::LessGreater),
    (b"==", Kind::Equal),
    (b">=", Kind::GreaterEq),
    (b">>", Kind::RightShift),
    (b"@=", Kind::AtAssign),
    (b"^=", Kind::CaretAssign),
    (b"|=", Kind::PipeAssign),
    (b"%", Kind::Percent),
    (b"&", Kind::Ampersand),
    (b"(", Kind::LeftParen),
    (b")", Kind::RightParen),
    (b"*", Kind::Star),
    (b"+", Kind::Plus),
    (b",", Kind::Comma),
    (b"-", Kind::Minus),
    (b".", Kind::Dot),
    (b"/", Kind::Slash),
    (b":", Kind::Colon),
    (b";", Kind::Semicolon),
    (b"<", Kind::Less),
    (b"=", Kind::Assign),
    (b">", Kind::Greater),
    (b"@", Kind::At),
    (b"[", Kind::LeftSquare),
    (b"]", Kind::RightSquare),
    (b"^", Kind::Caret),
    (b"{", Kind::LeftBrace),
    (b"|", Kind::Pipe),
    (b"}", Kind::RightBrace),
    (b"~", Kind::Tilde),
    (b"!", Kind::Stray),
];

/// The kind of a word: a keyword or a name.
#[must_use]
pub fn word_kind(word: &[u8]) -> Kind {
    KEYWORDS
        .binary_search_by(|(text, _)| (*text).cmp(word))
        .ok()
        .and_then(|idx| KEYWORDS.get(idx))
        .map_or(Kind::Name, |(_, kind)| *kind)
}

/// The longest operator at the start of `rest`, with its length; one stray character otherwise.
#[must_use]
pub fn operator(rest: &[u8]) -> (Kind, u32) {
    OPERATORS
        .iter()
        .find(|(text, _)| rest.starts_with(text))
        .map_or((Kind::Stray, 1), |(text, kind)| (*kind, text.len() as u32))
}

/// A token: kind and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Offset of its first byte in the source.
    pub start: u32,
    /// Offset of the byte after its last.
    pub end: u32,
    /// Line of its first byte.
    pub line: u32,
    /// Column of its first byte.
    pub col: u16,
    /// What it is.
    pub kind: Kind,
    /// How many parentheses are open after it.
    pub level: u8,
}

const _: () = assert!(size_of::<Token>() == 16);
