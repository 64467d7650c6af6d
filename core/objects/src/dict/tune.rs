//! Growth policy of hash tables: how many entries, how many index slots, which form.
//!
//! All decisions are pure functions of a [`Tuning`], so that tests can run the policies of all profiles
//! in one build. [`PROFILE`] is the tuning of the profile this build was made for.
//!
//! | entries there is room for | form |
//! |---------------------------|------|
//! | up to `scan_max`          | no index: searched from the front |
//! | more                      | index of 1, 2 or 4 byte slots, at least one slot always empty |
//!
//! Not here: where entries and slots lie (entries.rs, index.rs).

/// Most live entries of a table: the state word has 22 bits for their number.
pub const LIVE_MAX: u32 = (1 << 22) - 1;
/// Largest number of entries whose numbers, plus one, fit one byte.
pub const BYTE_ENTRIES: u32 = 254;
/// Largest number of entries whose numbers, plus one, fit two bytes.
pub const HALF_ENTRIES: u32 = 65_534;
/// Upper bound of `scan_max`: the state word has 7 bits for the entries in use.
pub const SCAN_LIMIT: u32 = 64;

/// The numbers of a growth policy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tuning {
    /// Entries allocated at the first insert.
    pub min_size: u32,
    /// Share of the index slots that may be used, as numerator and denominator.
    pub load: (u32, u32),
    /// By how much the entries grow, as numerator and denominator.
    pub growth: (u32, u32),
    /// Largest table without an index.
    pub scan_max: u32,
    /// Fits the number of slots above [`BYTE_ENTRIES`] instead of rounding it up to a power of two.
    pub fit: bool,
}

/// The tuning of this build's profile.
pub const PROFILE: Tuning = Tuning {
    min_size: memconfig::dict::MIN_SIZE,
    load: (memconfig::dict::LOAD_NUM, memconfig::dict::LOAD_DEN),
    growth: (memconfig::dict::GROWTH_NUM, memconfig::dict::GROWTH_DEN),
    scan_max: memconfig::dict::SCAN_MAX,
    fit: matches!(memconfig::dict::INDEX, memconfig::dict::Index::Fit),
};

/// Size and kind of an index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slots {
    /// How many there are.
    pub count: u32,
    /// Bytes of one: 1 << width_log.
    pub width_log: u32,
    /// Is the count no power of two, and kept in the table's last word?
    pub fitted: bool,
}

impl Slots {
    /// Words that the index takes, with the word for a fitted count.
    pub fn words(self) -> u64 {
        let bytes = u64::from(self.count) << self.width_log;
        bytes.div_ceil(4) + u64::from(self.fitted)
    }
}

impl Tuning {
    /// Room to make for entries when `live` are there and one more is to come.
    pub fn grown(&self, live: u32) -> u32 {
        let (above, below) = self.growth;
        let scaled = u64::from(live) * u64::from(above) / u64::from(below.max(1));
        let wanted = u32::try_from(scaled).unwrap_or(u32::MAX).max(live.saturating_add(1));
        let wanted = wanted.max(self.min_size);
        if live < self.scan_max && wanted > self.scan_max { self.scan_max } else { wanted }
    }

    /// Has a table with room for so many entries an index?
    pub fn has_index(&self, room: u32) -> bool {
        room > self.scan_max.min(SCAN_LIMIT)
    }

    /// The index of a table with room for so many entries.
    pub fn slots(&self, room: u32) -> Slots {
        let (above, below) = self.load;
        let least = (u64::from(room) * u64::from(below)).div_ceil(u64::from(above.max(1)));
        let least = u32::try_from(least).unwrap_or(u32::MAX).max(room.saturating_add(1)).max(2);
        let width_log = if room <= BYTE_ENTRIES {
            0
        } else if room <= HALF_ENTRIES {
            1
        } else {
            2
        };
        let fitted = self.fit && room > BYTE_ENTRIES;
        let count =
            if fitted { least } else { least.checked_next_power_of_two().unwrap_or(1 << 31) };
        Slots { count, width_log, fitted }
    }

    /// Words of a table with room for so many entries of `stride` words.
    pub fn table_words(&self, room: u32, stride: u32) -> u64 {
        let entries = u64::from(room) * u64::from(stride);
        if self.has_index(room) { 2 + entries + self.slots(room).words() } else { 1 + entries }
    }
}
