//! Closures that refer to themselves go without a collection.
//!
//! ```text
//!  def make():                      make's frame ──► CELL rec ──► FUNCTION rec
//!      def rec(n): ... rec(n - 1)                      ▲                │ capture
//!      return rec                                      └────────────────┘
//! ```
//!
//! Such a ring consists of functions and cells only, and there is always a cell in it. A cell that a
//! function captures is watched: from time to time the functions and cells that can be reached from it are
//! looked at, and when their counts say that nobody else refers to those that reach the cell, the
//! cells among them are emptied. Counting does the rest. It is the collector's argument (trial.rs) on a handful of
//! objects, so it is as sound, at any time at which H6 holds.
//!
//! Watched cells are few: those captured last. A look costs a few hundred instructions and happens when
//! another cell is captured, when the machine looks around, less and less often as long as nothing is
//! found, and when memory runs out. A frame whose code put a function into a cell looks at such cells of its own
//! when it leaves, so that most rings live no longer than what they were made for. All others know nothing of it.
//!
//! H13  A cell with `FLAG1` is in the list of watched cells exactly once, and all cells in it have it.
//!
//! Not here: rings through other objects (cycle.rs).

use crate::Heap;
use crate::header::{self, FLAG1, IMMORTAL, ONE};
use crate::kind;
use crate::value::{Ref, Value};
use crate::view::FUNCTION_WORDS;

/// Cells that are watched at a time.
const WATCHED: usize = 32;
/// Cells that are looked at when another one is added.
const LOOKS: usize = 2;
/// Largest cluster that is looked at: functions and cells.
const MEMBERS: usize = 32;
/// Most of the machine's looks from one to the next that comes by here.
const PATIENCE_MAX: u32 = 64;

/// Cells that functions have captured lately.
pub struct Clusters {
    cells: [u32; WATCHED],
    count: usize,
    next: usize,
    /// Looks of the machine that are passed over, and how many are left of them.
    patience: u32,
    left: u32,
    /// Clusters that went so far.
    pub freed: u64,
}

impl Clusters {
    pub(crate) const EMPTY: Clusters =
        Clusters { cells: [0; WATCHED], count: 0, next: 0, patience: 1, left: 0, freed: 0 };

    /// The cells that are watched.
    pub fn watched(&self) -> &[u32] {
        self.cells.get(..self.count).unwrap_or(&[])
    }
}

/// What a look found.
#[derive(PartialEq, Eq)]
enum Verdict {
    /// Somebody else refers to it, or the cell is not filled yet.
    Held,
    /// It is no ring, or too large a one.
    Other,
    /// Nobody else does.
    Garbage,
}

/// Functions and cells that can be reached from a cell, which is the first of them.
struct Cluster {
    members: [Ref; MEMBERS],
    /// References from members.
    inner: [u32; MEMBERS],
    /// Is it referred to from elsewhere, or by one that is?
    is_held: [bool; MEMBERS],
    count: usize,
}

impl Cluster {
    const EMPTY: Cluster = Cluster {
        members: [Ref::NIL; MEMBERS],
        inner: [0; MEMBERS],
        is_held: [false; MEMBERS],
        count: 0,
    };

    fn position(&self, object: Ref) -> Option<usize> {
        self.members.iter().take(self.count).position(|&member| member == object)
    }
}

impl Heap {
    /// Watches a cell that a function captures.
    pub fn watch_cell(&mut self, cell: Ref) {
        let header = self.space.load(cell.0);
        if header & (FLAG1 | IMMORTAL) != 0 || header::kind(header) != kind::CELL {
            return;
        }
        for _ in 0..LOOKS {
            self.look_at_next_cluster();
        }
        if self.clusters.count == WATCHED {
            self.look_at_clusters();
        }
        if self.clusters.count == WATCHED {
            // All of them are in use: the next one in turn is left to the collector.
            let oldest = Ref(self.clusters.cells[self.clusters.next % WATCHED]);
            self.forget_cell(oldest);
        }
        // The looks may have let the cell go only if its caller did not hold it.
        let header = self.space.load(cell.0);
        self.space.store(cell.0, header | FLAG1);
        self.clusters.cells[self.clusters.count] = cell.0;
        self.clusters.count += 1;
        self.clusters.patience = 1;
    }

    /// Takes a cell out of the list: it dies, or is of no interest.
    #[cold]
    pub(crate) fn forget_cell(&mut self, cell: Ref) {
        let header = self.space.load(cell.0);
        self.space.store(cell.0, header & !FLAG1);
        let clusters = &mut self.clusters;
        let found = clusters.watched().iter().position(|&watched| watched == cell.0);
        if let Some(place) = found {
            clusters.count -= 1;
            clusters.cells[place] = clusters.cells[clusters.count];
        }
    }

    /// For the machine's looks: looks at one cluster, unless nothing has been found for long.
    pub fn visit_clusters(&mut self) {
        if self.clusters.count == 0 {
            return;
        }
        if self.clusters.left > 0 {
            self.clusters.left -= 1;
            return;
        }
        let before = self.clusters.freed;
        self.look_at_next_cluster();
        let clusters = &mut self.clusters;
        clusters.patience =
            if clusters.freed > before { 1 } else { (clusters.patience * 2).min(PATIENCE_MAX) };
        clusters.left = clusters.patience;
    }

    /// Looks at cells that a frame leaves behind. The caller holds a reference to each, and drops it
    /// afterwards; unbound values are passed over.
    pub fn look_at_cells(&mut self, held: &[Value]) {
        if self.is_collecting() {
            return;
        }
        for cell in held.iter().filter_map(|value| value.object_ref()) {
            let mut cluster = Cluster::EMPTY;
            if self.judge(cell, held, &mut cluster) == Verdict::Garbage {
                self.clusters.freed += 1;
                self.let_go(&cluster);
            }
        }
    }

    /// Looks at all watched cells.
    pub fn look_at_clusters(&mut self) {
        for _ in 0..self.clusters.count {
            self.look_at_next_cluster();
        }
    }

    fn look_at_next_cluster(&mut self) {
        if self.clusters.count == 0 || self.is_collecting() {
            return;
        }
        let at = self.clusters.next % self.clusters.count;
        self.clusters.next = at + 1;
        let cell = Ref(self.clusters.cells[at]);
        let mut cluster = Cluster::EMPTY;
        match self.judge(cell, &[], &mut cluster) {
            Verdict::Held => {}
            Verdict::Other => {
                self.clusters.next = at;
                self.forget_cell(cell);
            }
            Verdict::Garbage => {
                self.clusters.next = at;
                self.clusters.freed += 1;
                self.let_go(&cluster);
            }
        }
    }

    /// `held` are cells to which whoever looks holds a reference, which does not count.
    fn judge(&self, cell: Ref, held: &[Value], cluster: &mut Cluster) -> Verdict {
        let value = self.space.value(cell, 1);
        if value.is_unbound() {
            return Verdict::Held;
        }
        if !value.is_ref() || header::kind(self.space.load(value.as_ref().0)) != kind::FUNCTION {
            return Verdict::Other;
        }
        cluster.members[0] = cell;
        cluster.count = 1;
        if !self.gather(cluster) || cluster.inner[0] == 0 {
            return Verdict::Other;
        }
        for member in held.iter().filter_map(|value| value.object_ref()) {
            if let Some(place) = cluster.position(member) {
                cluster.inner[place] += 1;
            }
        }
        self.spread_from_held(cluster);
        if cluster.is_held[0] { Verdict::Held } else { Verdict::Garbage }
    }

    /// Finds the members and counts the references between them; false when there are too many.
    fn gather(&self, cluster: &mut Cluster) -> bool {
        let mut at = 0;
        while at < cluster.count {
            let mut fits = true;
            self.each_member(cluster.members[at], |child| {
                let place = cluster.position(child).unwrap_or(cluster.count);
                match cluster.inner.get_mut(place) {
                    Some(inner) => {
                        *inner += 1;
                        cluster.members[place] = child;
                        cluster.count = cluster.count.max(place + 1);
                    }
                    None => fits = false,
                }
            });
            if !fits {
                return false;
            }
            at += 1;
        }
        true
    }

    /// Marks the members that are referred to from elsewhere and all that those reach.
    fn spread_from_held(&self, cluster: &mut Cluster) {
        for at in 0..cluster.count {
            let references = (self.space.load(cluster.members[at].0) / ONE) + 1;
            cluster.is_held[at] = references > cluster.inner[at];
        }
        let mut is_spread = [false; MEMBERS];
        while let Some(at) = (0..cluster.count).find(|&at| cluster.is_held[at] && !is_spread[at]) {
            is_spread[at] = true;
            self.each_member(cluster.members[at], |child| {
                if let Some(place) = cluster.position(child) {
                    cluster.is_held[place] = true;
                }
            });
        }
    }

    /// Visits the cells and functions that a cell or a function refers to.
    fn each_member(&self, object: Ref, mut visit: impl FnMut(Ref)) {
        let is_function = header::kind(self.space.load(object.0)) == kind::FUNCTION;
        let (first, end) =
            if is_function { (FUNCTION_WORDS, self.size_words(object)) } else { (1, 2) };
        for index in first..end {
            let Some(child) = self.space.value(object, index).object_ref() else { continue };
            let header = self.space.load(child.0);
            if matches!(header::kind(header), kind::CELL | kind::FUNCTION) && header & IMMORTAL == 0
            {
                visit(child);
            }
        }
    }

    /// Empties the cells that nobody else refers to.
    fn let_go(&mut self, cluster: &Cluster) {
        let mut values = [Value::UNBOUND; MEMBERS];
        for at in (0..cluster.count).filter(|&at| !cluster.is_held[at]) {
            let member = cluster.members[at];
            if header::kind(self.space.load(member.0)) == kind::CELL {
                values[at] = self.space.value(member, 1);
                self.space.set_word(member, 1, Value::UNBOUND.0);
            }
        }
        for value in values {
            self.dec(value);
        }
    }
}
