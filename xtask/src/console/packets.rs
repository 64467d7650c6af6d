//! What comes on the event line: packets, drawn in targets/ppc/src/packets.rs.
//!
//! Not here: the line itself (machine.rs).

use std::io::{self, Read};

/// A packet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Packet {
    /// Bytes of the error stream.
    Error(Vec<u8>),
    /// The words of a report, as bytes.
    Report(Vec<u8>),
    /// Bytes of the event trace.
    Trace(Vec<u8>),
    /// Times and stack use.
    Figures(Figures),
    /// The exit status.
    Exit(u8),
    /// The program waits for a line.
    Input,
    /// Something that does not belong here.
    Unknown(u8),
}

/// What a board measures of a run.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Figures {
    /// Ticks of the time base at the start.
    pub start_ticks: u64,
    /// Ticks when the program's first instruction was next.
    pub first_ticks: u64,
    /// Ticks at its end.
    pub end_ticks: u64,
    /// Bytes of the native stack.
    pub stack_bytes: u32,
    /// Most of them that the program has used.
    pub stack_used: u32,
    /// What the machine itself takes of them.
    pub machine_bytes: u32,
}

/// Reads the next packet; `None` at the end of the line.
pub fn read(line: &mut impl Read) -> io::Result<Option<Packet>> {
    let mut head = [0; 3];
    if line.read(&mut head[..1])? == 0 {
        return Ok(None);
    }
    line.read_exact(&mut head[1..])?;
    let mut content = vec![0; usize::from(u16::from_be_bytes([head[1], head[2]]))];
    line.read_exact(&mut content)?;
    Ok(Some(match head[0] {
        1 => Packet::Error(content),
        2 => Packet::Report(content),
        3 => Packet::Trace(content),
        4 => Packet::Figures(figures(&content)),
        5 => Packet::Exit(content.first().copied().unwrap_or(u8::MAX)),
        6 => Packet::Input,
        other => Packet::Unknown(other),
    }))
}

fn figures(content: &[u8]) -> Figures {
    let mut words = content
        .chunks_exact(4)
        .map(|bytes| bytes.iter().fold(0, |word, &byte| word << 8 | u32::from(byte)));
    let mut next = || words.next().unwrap_or(0);
    let mut wide = || u64::from(next()) << 32 | u64::from(next());
    let (start_ticks, first_ticks, end_ticks) = (wide(), wide(), wide());
    let (stack_bytes, stack_used, machine_bytes) = (next(), next(), next());
    Figures { start_ticks, first_ticks, end_ticks, stack_bytes, stack_used, machine_bytes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_are_taken_apart() {
        let mut line: &[u8] = &[1, 0, 2, b'h', b'i', 5, 0, 1, 3, 9, 0, 0];
        let mut next = || read(&mut line).unwrap();
        assert_eq!(next(), Some(Packet::Error(b"hi".to_vec())));
        assert_eq!(next(), Some(Packet::Exit(3)));
        assert_eq!(next(), Some(Packet::Unknown(9)));
        assert_eq!(next(), None);
    }

    #[test]
    fn a_cut_packet_is_an_error() {
        assert!(read(&mut &[1, 0, 2, b'h'][..]).is_err());
    }

    #[test]
    fn figures_are_words_high_ones_first() {
        let words: [u32; 9] = [0, 1, 1, 0, 0, 3, 64, 32, 8];
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        let found = figures(&bytes);
        assert_eq!((found.start_ticks, found.first_ticks, found.end_ticks), (1, 1 << 32, 3));
        assert_eq!((found.stack_bytes, found.stack_used, found.machine_bytes), (64, 32, 8));
    }
}
