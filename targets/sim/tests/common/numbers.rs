//! Numbers that look as if by chance and are the same everywhere, for tests that damage what they are given.

/// A generator; its seed must not be 0.
pub struct Numbers(pub u64);

impl Numbers {
    /// A number below another.
    pub fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % below.max(1)
    }

    /// One of several; none when there are none.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        from.get(self.next(from.len()))
    }
}
