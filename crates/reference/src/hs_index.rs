//! An inverted index over the words of the tariff.
//!
//! Every text (heading, subheading, line) is one node that covers a range of tariff lines; a word leads to its nodes.
//! So the words of a heading are kept once and still find each of its lines.

use std::collections::HashMap;

use arrayvec::ArrayVec;

use crate::fold::{fold, words};
use crate::kind::TableKind;
use crate::snapshot::Snapshot;

/// A text of the tariff.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    /// First and last + 1 of the lines that it covers.
    pub(crate) lines: (u32, u32),
    /// What a word in it weighs: more in a line than in a heading, more in a short text than in a long one.
    pub(crate) weight: u32,
}

/// The words of one language.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// Sorted.
    pub(crate) list: Vec<Box<str>>,
    starts: Vec<u32>,
    nodes: Vec<u32>,
}

impl Words {
    /// The nodes that hold word number `word`.
    pub(crate) fn nodes(&self, word: usize) -> &[u32] {
        let at = |i: usize| self.starts.get(i).map_or(0, |&s| s as usize);
        self.nodes.get(at(word)..at(word + 1)).unwrap_or_default()
    }
}

/// The index of one snapshot.
#[derive(Debug)]
pub(crate) struct HsIndex {
    /// First row in the tariff table of each code.
    pub(crate) rows: Vec<u32>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) id: Words,
    pub(crate) en: Words,
}

/// Weight of the level of a text by the digits of its code.
const LEVELS: [(usize, u32); 4] = [(8, 24), (6, 20), (4, 16), (2, 2)];

impl HsIndex {
    pub(crate) fn new(snapshot: &Snapshot) -> Self {
        let tarif = &snapshot.inner.tarif;
        let first = |i: usize| i == 0 || tarif[i - 1].hs != tarif[i].hs;
        let rows: Vec<u32> = (0..tarif.len()).filter(|&i| first(i)).filter_map(|i| u32::try_from(i).ok()).collect();
        let mut builder = Builder { nodes: Vec::new(), id: Vocabulary::default(), en: Vocabulary::default() };
        let cover = |code: &str| {
            let hs = |row: &u32| tarif[*row as usize].hs;
            let low = rows.partition_point(|r| hs(r).as_str() < code);
            let high = low + rows[low..].partition_point(|r| hs(r).starts_with(code));
            (u32::try_from(low).unwrap_or(u32::MAX), u32::try_from(high).unwrap_or(u32::MAX))
        };
        for row in snapshot.table(TableKind::UraianTarif).rows() {
            let code = row.get("hs_code");
            builder.add(code, cover(code), &[row.get("description_id"), row.get("description_en")]);
        }
        let own = snapshot.indexed(TableKind::UraianTarif);
        for row in snapshot.table(TableKind::Hs2022).rows() {
            let code = row.get("hs_code");
            if own.latest(&[code]).is_none() {
                builder.add(code, cover(code), &["", row.get("description_en")]);
            }
        }
        Self { rows, nodes: builder.nodes, id: builder.id.sorted(), en: builder.en.sorted() }
    }
}

struct Builder {
    nodes: Vec<Node>,
    id: Vocabulary,
    en: Vocabulary,
}

impl Builder {
    fn add(&mut self, code: &str, lines: (u32, u32), texts: &[&str; 2]) {
        let level = LEVELS.iter().find(|(digits, _)| *digits == code.len()).map_or(0, |(_, weight)| *weight);
        if lines.0 == lines.1 || level == 0 {
            return;
        }
        for (vocabulary, text) in [(&mut self.id, texts[0]), (&mut self.en, texts[1])] {
            let folded = fold(text);
            let mut found: ArrayVec<&str, 200> = ArrayVec::new();
            for word in words(&folded) {
                if !found.contains(&word) && found.try_push(word).is_err() {
                    break;
                }
            }
            if found.is_empty() {
                continue;
            }
            let node = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
            let brevity = 24 / u32::try_from(found.len()).unwrap_or(u32::MAX);
            self.nodes.push(Node { lines, weight: level + brevity });
            found.iter().for_each(|word| vocabulary.add(word, node));
        }
    }
}

/// Words in the order of first sight, with the pairs of word and node.
#[derive(Default)]
struct Vocabulary {
    numbers: HashMap<Box<str>, u32>,
    pairs: Vec<(u32, u32)>,
}

impl Vocabulary {
    fn add(&mut self, word: &str, node: u32) {
        let number = if let Some(&number) = self.numbers.get(word) {
            number
        } else {
            let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
            self.numbers.insert(word.into(), number);
            number
        };
        self.pairs.push((number, node));
    }

    /// Words in alphabetical order, each with its nodes in order.
    fn sorted(self) -> Words {
        let mut words: Vec<(Box<str>, u32)> = self.numbers.into_iter().collect();
        words.sort_unstable();
        let mut place = vec![0u32; words.len()];
        for (index, (_, number)) in words.iter().enumerate() {
            place[*number as usize] = u32::try_from(index).unwrap_or(u32::MAX);
        }
        let mut starts = vec![0u32; words.len() + 1];
        for (number, _) in &self.pairs {
            starts[place[*number as usize] as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut nodes = vec![0; self.pairs.len()];
        for (number, node) in self.pairs {
            let slot = &mut next[place[number as usize] as usize];
            nodes[*slot as usize] = node;
            *slot += 1;
        }
        Words { list: words.into_iter().map(|(word, _)| word).collect(), starts, nodes }
    }
}
