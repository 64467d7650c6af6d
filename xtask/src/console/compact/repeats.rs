//! Repetitions in a list of numbers: every stretch that stands in it at least twice.
//!
//! The places of the list are sorted by what begins there. Places that begin alike are then neighbours, and
//! the lengths of what neighbours have in common show all repetitions.
//!
//! Not here: which of them are worth something (shared.rs).

/// A stretch of numbers and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Repeat {
    /// Numbers in it.
    pub length: usize,
    /// First of its places, as an index into `Repeats::places`.
    pub first: usize,
    /// Behind the last.
    pub end: usize,
}

/// All repetitions of a list.
pub struct Repeats {
    /// Places in the order of what begins there.
    pub places: Vec<usize>,
    /// The stretches.
    pub list: Vec<Repeat>,
}

impl Repeats {
    /// Finds them; stretches of one number are left out.
    pub fn of(numbers: &[u32]) -> Repeats {
        let tail = |place: usize| numbers.get(place..).unwrap_or(&[]);
        let mut places: Vec<usize> = (0..numbers.len()).collect();
        places.sort_unstable_by(|&one, &other| tail(one).cmp(tail(other)));
        let common: Vec<usize> =
            places.windows(2).map(|pair| common(tail(pair[0]), tail(pair[1]))).collect();
        Repeats { list: stretches(&common), places }
    }
}

fn common(one: &[u32], other: &[u32]) -> usize {
    one.iter().zip(other).take_while(|(a, b)| a == b).count()
}

/// From what neighbours have in common to stretches with all their places.
fn stretches(common: &[usize]) -> Vec<Repeat> {
    let mut list = Vec::new();
    // Stretches that have begun, shorter ones first: length and first place.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (index, &length) in common.iter().chain([&0]).enumerate() {
        let mut first = index;
        while let Some(&(longer, start)) = open.last() {
            if longer <= length {
                break;
            }
            list.push(Repeat { length: longer, first: start, end: index + 1 });
            first = start;
            open.pop();
        }
        if length > 1 && open.last().is_none_or(|&(known, _)| known < length) {
            open.push((length, first));
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stretch_is_found_with_all_its_places() {
        let numbers = [1, 2, 3, 9, 1, 2, 8, 1, 2, 3];
        let repeats = Repeats::of(&numbers);
        let mut found: Vec<(Vec<u32>, Vec<usize>)> = Vec::new();
        for repeat in &repeats.list {
            let mut places = repeats.places[repeat.first..repeat.end].to_vec();
            places.sort_unstable();
            found.push((numbers[places[0]..places[0] + repeat.length].to_vec(), places));
        }
        found.sort();
        let wanted =
            [(vec![1, 2], vec![0, 4, 7]), (vec![1, 2, 3], vec![0, 7]), (vec![2, 3], vec![1, 8])];
        assert_eq!(found, wanted);
    }

    #[test]
    fn a_list_without_repetitions_has_none() {
        assert!(Repeats::of(&[1, 2, 3, 1]).list.is_empty());
        assert!(Repeats::of(&[]).list.is_empty());
    }
}
