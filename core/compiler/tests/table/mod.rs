//! Tables of snippets: a line with the source, escaped, then an indented line with what is expected.

/// One row.
pub struct Row {
    /// The source text.
    pub source: String,
    /// What CPython 3.11 says.
    pub expected: String,
}

/// The rows of a table.
pub fn rows(table: &str) -> Vec<Row> {
    let mut lines = table.lines();
    let mut rows = Vec::new();
    while let (Some(source), Some(expected)) = (lines.next(), lines.next()) {
        let expected = expected.trim_start().to_owned();
        rows.push(Row { source: unescaped(source), expected });
    }
    rows
}

fn unescaped(line: &str) -> String {
    let mut out = String::new();
    let mut chars = line.chars();
    while let Some(found) = chars.next() {
        if found != '\\' {
            out.push(found);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some('x') => {
                let digits: String = chars.by_ref().take(2).collect();
                out.extend(u8::from_str_radix(&digits, 16).ok().map(char::from));
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}
