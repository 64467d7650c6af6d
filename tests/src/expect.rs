//! Expectations in comments: `#> output`, `#! Type: message`, `#! exit: 3`, `#! line 3: ...`.
//!
//! Output lines stand in the order of the file; what a comment promises about blanks at the end
//! of a line is not looked at, because editors remove them.

/// One expected line of output and where it is promised.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// Line of the program the comment stands in, from 1.
    pub at: usize,
    /// The text, without blanks at its end.
    pub text: String,
}

/// How a program is expected to end.
#[derive(Debug, PartialEq, Eq)]
pub enum End {
    /// By itself, with exit status 0.
    Clean,
    /// By an uncaught exception with this last line; exit status 1.
    Raised(Line),
    /// By `SystemExit` with this status.
    Exit(i32),
    /// Not compiled: this source line, this `Type: message`; exit status 1.
    Refused {
        /// Source line the message points at.
        line: usize,
        /// `Type: message`.
        message: String,
    },
}

/// Everything a program's comments promise.
#[derive(Debug)]
pub struct Expectation {
    /// Standard output.
    pub output: Vec<Line>,
    /// The end.
    pub end: End,
}

/// Reads the promises out of a program.
pub fn parse(program: &str) -> Expectation {
    let mut output = Vec::new();
    let mut end = End::Clean;
    for (index, line) in program.lines().enumerate() {
        let at = index + 1;
        if let Some(text) = after(line, "#>") {
            output.push(Line { at, text });
        } else if let Some(text) = after(line, "#!") {
            end = parse_end(Line { at, text });
        }
    }
    Expectation { output, end }
}

/// The text after a mark; a mark is followed by a blank or by nothing.
fn after(line: &str, mark: &str) -> Option<String> {
    let (_, text) = line.split_once(mark)?;
    match text.strip_prefix(' ') {
        Some(text) => Some(text.trim_end().to_owned()),
        None if text.trim_end().is_empty() => Some(String::new()),
        None => None,
    }
}

fn parse_end(line: Line) -> End {
    if let Some(status) = line.text.strip_prefix("exit: ").and_then(|text| text.parse().ok()) {
        return End::Exit(status);
    }
    match parse_refusal(&line.text) {
        Some(end) => end,
        None => End::Raised(line),
    }
}

fn parse_refusal(text: &str) -> Option<End> {
    let (number, message) = text.strip_prefix("line ")?.split_once(": ")?;
    Some(End::Refused { line: number.parse().ok()?, message: message.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_marks_keep_inner_blanks_and_lose_trailing_ones() {
        let found = parse("print(1)  #> 1\nfor x in y:\n    print()\n    #>\n    #>   two  \n");
        let lines: Vec<(usize, &str)> =
            found.output.iter().map(|line| (line.at, line.text.as_str())).collect();
        assert_eq!(lines, [(1, "1"), (4, ""), (5, "  two")]);
        assert_eq!(found.end, End::Clean);
    }

    #[test]
    fn the_three_ends_are_told_apart() {
        let raised = Line { at: 1, text: "KeyError: 'zz'".to_owned() };
        assert_eq!(parse("d[1]  #! KeyError: 'zz'").end, End::Raised(raised));
        assert_eq!(parse("#! exit: 3").end, End::Exit(3));
        let message = "SyntaxError: invalid syntax".to_owned();
        assert_eq!(
            parse("#! line 7: SyntaxError: invalid syntax").end,
            End::Refused { line: 7, message }
        );
    }

    #[test]
    fn a_mark_glued_to_text_is_no_mark() {
        assert!(parse("f'{x:#>10}'  #>5").output.is_empty());
    }
}
