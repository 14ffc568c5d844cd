//! Which queries to ask where a list is longer than it can be read.
//!
//! A query finds what holds it in name or key, capitals or not. Every key is
//! made of the characters of [`ALPHABET`], so that the queries of one character
//! find all projects together, and those of one more character find all that a
//! query finds. They overlap; nothing is left out.

use std::collections::{BTreeMap, BTreeSet};

/// What keys are made of, in small letters (SonarQube Server's source).
pub const ALPHABET: &str = "abcdefghijklmnopqrstuvwxyz0123456789-_.:";

/// No query gets longer: what it would take to ask all of that length is more
/// than anybody waits for.
const LONGEST: usize = 4;

/// Queries that together find whatever holds `query`, unless it is the whole of
/// a key: each is one character longer, before or behind.
#[must_use]
pub fn narrower(query: &str) -> BTreeSet<String> {
    let longer = |one: char| [format!("{one}{query}"), format!("{query}{one}")];
    ALPHABET.chars().flat_map(longer).collect()
}

/// The queries that are still to be asked, and how many of a thousand projects
/// each is thought to find.
#[derive(Debug)]
pub struct Split {
    waiting: BTreeMap<String, usize>,
    /// Found too many: to be asked narrower when nothing better is left.
    crowded: BTreeSet<String>,
    /// Whatever holds one of these is known.
    exhausted: BTreeSet<String>,
    /// How short a query the host answers, as far as is known.
    shortest: usize,
}

impl Split {
    /// All queries of one character. A `sample` is some of what is known already:
    /// names and keys in small letters.
    #[must_use]
    pub fn new(sample: &[&str]) -> Self {
        let mut split = Self {
            waiting: BTreeMap::new(),
            crowded: BTreeSet::from([String::new()]),
            exhausted: BTreeSet::new(),
            shortest: 1,
        };
        split.narrow(sample);
        split
    }

    /// The query to ask next: the one that is thought to find most of those
    /// thought to find no more than `limit` of a thousand. Nothing where all
    /// have been asked that can be.
    pub fn next(&mut self, limit: usize, sample: &[&str]) -> Option<String> {
        loop {
            let likely = self.waiting.iter().filter(|(_, share)| **share <= limit);
            if let Some((query, _)) = likely.max_by_key(|(_, share)| **share) {
                let query = query.clone();
                self.waiting.remove(&query);
                if !self.is_exhausted(&query) {
                    return Some(query);
                }
                continue;
            }
            self.crowded
                .extend(std::mem::take(&mut self.waiting).into_keys());
            while self.waiting.is_empty() {
                if self.crowded.is_empty() {
                    return None;
                }
                self.narrow(sample);
            }
        }
    }

    /// Whether there is nothing left to ask.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.waiting.is_empty() && self.crowded.is_empty()
    }

    /// The host finds more by this query than can be read.
    pub fn found_too_many(&mut self, query: String) {
        self.crowded.insert(query);
    }

    /// All that this query finds is known, and so all that narrower ones would.
    pub fn is_known(&mut self, query: String) {
        self.exhausted.insert(query);
    }

    /// The host answers no query as short as this one.
    pub fn found_nothing(&mut self, query: String) {
        self.shortest = self.shortest.max(query.len() + 1);
        let shortest = self.shortest;
        let short = self.waiting.keys().filter(|query| query.len() < shortest);
        self.crowded.extend(short.cloned().chain([query]));
        self.waiting.retain(|query, _| query.len() >= shortest);
    }

    fn is_exhausted(&self, query: &str) -> bool {
        let mut exhausted = self.exhausted.iter();
        exhausted.any(|known| query.contains(known.as_str()))
    }

    /// Puts narrower queries in the place of the shortest crowded ones. From three
    /// characters on, only those that something known holds: there are too many.
    fn narrow(&mut self, sample: &[&str]) {
        let Some(length) = self.crowded.iter().map(String::len).min() else {
            return;
        };
        let (short, long) = std::mem::take(&mut self.crowded)
            .into_iter()
            .partition(|query| query.len() == length);
        self.crowded = long;
        if length == LONGEST {
            return;
        }
        let short: BTreeSet<String> = short;
        let shares = shares(sample, length + 1);
        let likely = shares
            .keys()
            .filter(|longer| short.contains(&longer[1..]) || short.contains(&longer[..length]));
        let mut longer: BTreeSet<String> = likely.map(|longer| (*longer).to_owned()).collect();
        if length < 2 {
            longer.extend(short.iter().flat_map(|query| narrower(query)));
        }
        for query in longer {
            if !self.is_exhausted(&query) {
                let share = shares.get(query.as_str()).copied().unwrap_or(0);
                self.waiting.insert(query, share);
            }
        }
        if length + 1 < self.shortest {
            self.crowded
                .extend(std::mem::take(&mut self.waiting).into_keys());
        }
    }
}

/// How many of a thousand texts hold each text of that length that a key could
/// hold.
fn shares<'a>(sample: &[&'a str], length: usize) -> BTreeMap<&'a str, usize> {
    let mut shares = BTreeMap::new();
    for text in sample {
        let ends = length..=text.len();
        let parts = ends.filter_map(|end| text.get(end - length..end));
        let of_keys = |part: &&str| part.chars().all(|one| ALPHABET.contains(one));
        for part in parts.filter(of_keys).collect::<BTreeSet<_>>() {
            *shares.entry(part).or_insert(0) += 1;
        }
    }
    for share in shares.values_mut() {
        *share = *share * 1_000 / sample.len().max(1);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that it asks, where everything is likely enough.
    fn asked(split: &mut Split, sample: &[&str]) -> Vec<String> {
        let count = ALPHABET.len();
        (0..count)
            .filter_map(|_| split.next(1_000, sample))
            .collect()
    }

    #[test]
    fn every_character_is_asked_for_though_nothing_known_holds_one() {
        let mut all = asked(&mut Split::new(&[]), &[]);
        all.sort();
        let mut wanted: Vec<_> = ALPHABET.chars().map(String::from).collect();
        wanted.sort();
        assert_eq!(all, wanted);
    }

    #[test]
    fn it_is_not_over_while_what_found_too_many_can_be_asked_narrower() {
        let mut split = Split::new(&[]);
        for query in asked(&mut split, &[]) {
            split.found_too_many(query);
        }
        assert!(!split.is_over());
        assert_eq!(split.next(1_000, &[]).map(|query| query.len()), Some(2));
    }

    #[test]
    fn what_is_known_is_not_asked_narrower() {
        let mut split = Split::new(&[]);
        for query in asked(&mut split, &[]) {
            match query.as_str() {
                "b" => split.found_too_many(query),
                _ => split.is_known(query),
            }
        }
        // Any other holds a character whose projects are known.
        assert_eq!(split.next(1_000, &[]).as_deref(), Some("bb"));
        assert_eq!(split.next(1_000, &[]), None);
        assert!(split.is_over());
    }

    #[test]
    fn what_finds_most_and_not_too_many_is_asked_first() {
        // Two of three hold an a, which is more than half of them.
        let sample = ["a1", "a2", "b3"];
        let mut split = Split::new(&sample);
        assert_eq!(split.next(500, &sample).as_deref(), Some("b"));
        let mut split = Split::new(&sample);
        assert_eq!(split.next(700, &sample).as_deref(), Some("a"));
    }
}
