//! Search for a tariff line by code or by words.

use kernel::Date;

use crate::fold::{fold, words};
use crate::hs::{HsHit, code_prefix};
use crate::hs_index::{HsIndex, Words};
use crate::search::{MAX_HITS, trimmed};
use crate::snapshot::Snapshot;

/// The language whose words count more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
}

/// Most words of a query that are looked at.
const MAX_TERMS: usize = 8;

/// How well a word of the tariff fits a word of the query.
const EXACT: u32 = 100;
const PREFIX: u32 = 55;
const SUBSTRING: u32 = 25;
const SIMILAR: u32 = 12;

/// Words that tell lines apart only when nothing else was typed.
const COMMON: [&str; 13] =
    ["dan", "atau", "dari", "untuk", "dengan", "yang", "the", "of", "and", "or", "for", "with", "in"];

impl Snapshot {
    /// Builds the word index of the tariff now (tens of milliseconds) instead of at the first search by words.
    pub fn prepare_search(&self) {
        self.hs_index();
    }

    /// The tariff lines that hold on `date` and fit `query`: by the beginning of the code, or by words of heading,
    /// subheading and line in either language, where the words of `lang` count more. Best first, at most `limit` and
    /// [`MAX_HITS`]. A number of four digits or more beside words keeps to the codes that begin so.
    pub fn search_hs(&self, query: &str, lang: Lang, limit: usize, date: Date) -> Vec<HsHit<'_>> {
        let query = trimmed(query);
        let limit = limit.min(MAX_HITS);
        let found = match code_prefix(query) {
            Some(code) => self.lines_of(&code).collect(),
            None => self.by_words(query, lang),
        };
        let hit = |row: u32| self.hs(&self.inner.tarif.get(row as usize)?.hs, date);
        found.into_iter().filter_map(hit).take(limit).collect()
    }

    fn hs_index(&self) -> &HsIndex {
        self.inner.hs.get_or_init(|| HsIndex::new(self))
    }

    /// First row of each code that begins with these digits.
    fn lines_of(&self, code: &str) -> impl Iterator<Item = u32> {
        let rows = &self.hs_index().rows;
        let hs = |row: &u32| self.inner.tarif[*row as usize].hs;
        let low = rows.partition_point(|r| hs(r).as_str() < code);
        let high = low + rows[low..].partition_point(|r| hs(r).starts_with(code));
        rows[low..high].iter().copied()
    }

    fn by_words(&self, query: &str, lang: Lang) -> Vec<u32> {
        let index = self.hs_index();
        let folded = fold(query);
        let (terms, code) = terms(&folded);
        let mut scores = Scores::new(index.rows.len());
        for term in &terms {
            let both = match lang {
                Lang::Id => [(&index.id, 4), (&index.en, 3)],
                Lang::En => [(&index.en, 4), (&index.id, 3)],
            };
            let found = both.map(|(words, share)| scores.fitting(index, words, term, share));
            if found == [false, false] {
                for (words, share) in both {
                    scores.similar(index, words, term, share);
                }
            }
            scores.next_term();
        }
        let within = |row: &u32| code.is_none_or(|c| self.inner.tarif[*row as usize].hs.starts_with(c));
        scores.ranked().into_iter().filter_map(|line| index.rows.get(line).copied()).filter(within).collect()
    }
}

/// The words to look for, and the code among them that the lines must begin with.
fn terms(folded: &str) -> (Vec<&str>, Option<&str>) {
    let is_code = |w: &str| (4..=8).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_digit());
    let code = words(folded).find(|w| is_code(w));
    let mut others: Vec<&str> = Vec::new();
    for word in words(folded).filter(|w| Some(*w) != code) {
        if others.len() < MAX_TERMS && !others.contains(&word) {
            others.push(word);
        }
    }
    let telling: Vec<&str> = others.iter().copied().filter(|w| !COMMON.contains(w)).collect();
    (if telling.is_empty() { others } else { telling }, code)
}

/// Points of each line, term by term.
struct Scores {
    /// Best so far for the current term.
    best: Vec<u32>,
    /// Number of terms found (high half) and sum of points (low half).
    total: Vec<u64>,
}

impl Scores {
    fn new(lines: usize) -> Self {
        Self { best: vec![0; lines], total: vec![0; lines] }
    }

    /// Points for words equal to the term, beginning with it, or holding it; whether any word fits.
    fn fitting(&mut self, index: &HsIndex, words: &Words, term: &str, share: u32) -> bool {
        let low = words.list.partition_point(|w| &**w < term);
        let mut found = false;
        let mut high = low;
        while let Some(word) = words.list.get(high).filter(|w| w.starts_with(term)) {
            let exact = word.len() == term.len();
            if exact || term.len() > 1 {
                self.add(index, words.nodes(high), share * if exact { EXACT } else { PREFIX });
                found = true;
            }
            high += 1;
        }
        if term.len() > 2 {
            for (number, _) in
                words.list.iter().enumerate().filter(|(n, w)| !(low..high).contains(n) && w.contains(term))
            {
                self.add(index, words.nodes(number), share * SUBSTRING);
                found = true;
            }
        }
        found
    }

    /// Points for words that share most of their letter triples with the term: slips of the pen.
    fn similar(&mut self, index: &HsIndex, words: &Words, term: &str, share: u32) {
        let wanted: Vec<u32> = trigrams(term).collect();
        let close = |word: &str| {
            let common = trigrams(word).filter(|t| wanted.contains(t)).count();
            common > 1 && common * 4 >= wanted.len() + trigrams(word).len()
        };
        for (number, word) in words.list.iter().enumerate().filter(|(_, w)| w.len().abs_diff(term.len()) <= 3) {
            if close(word) {
                self.add(index, words.nodes(number), share * SIMILAR);
            }
        }
    }

    fn add(&mut self, index: &HsIndex, nodes: &[u32], points: u32) {
        for node in nodes.iter().filter_map(|&n| index.nodes.get(n as usize)) {
            let points = points * node.weight;
            for best in self.best.get_mut(node.lines.0 as usize..node.lines.1 as usize).into_iter().flatten() {
                *best = points.max(*best);
            }
        }
    }

    fn next_term(&mut self) {
        for (total, best) in self.total.iter_mut().zip(&mut self.best) {
            if *best > 0 {
                *total += (1 << 32) + u64::from(*best);
                *best = 0;
            }
        }
    }

    /// The lines in which most terms were found, by points, then by code.
    fn ranked(self) -> Vec<usize> {
        let most = self.total.iter().max().copied().unwrap_or(0) >> 32;
        let mut lines: Vec<usize> =
            (0..self.total.len()).filter(|&l| most > 0 && self.total[l] >> 32 == most).collect();
        lines.sort_by_key(|&line| std::cmp::Reverse(self.total[line]));
        lines
    }
}

/// The triples of neighbouring bytes.
fn trigrams(word: &str) -> impl ExactSizeIterator<Item = u32> {
    word.as_bytes().windows(3).map(|t| t.iter().fold(0, |n, &b| n << 8 | u32::from(b)))
}
