//! Finding the rows of a key, at a date.
//!
//! Membership tests run hundreds of times for one document, so the rows of each key are found through an open hash table
//! over the cells themselves: no copy of the keys, and nothing ever walks it in hash order.

use std::ops::Range;

use kernel::Date;

use crate::table::{Berlaku, Table};

/// A table with the means to look things up in it.
#[derive(Debug)]
pub(crate) struct Indexed {
    pub(crate) table: Table,
    /// First row and number of rows of a key; a number of 0 marks a free slot.
    slots: Vec<(u32, u32)>,
    /// Validity of each row; empty when no row tells one.
    berlaku: Vec<Berlaku>,
}

impl Indexed {
    pub(crate) fn new(table: Table) -> Self {
        let groups = groups(&table);
        let mut slots = vec![(0, 0); (groups.len() * 2).next_power_of_two()];
        for group in groups {
            let first = table.row(group.0 as usize);
            let mut slot = hash(first.key()) & (slots.len() - 1);
            while slots[slot].1 != 0 {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = group;
        }
        let schema = table.schema();
        let told = |c: Option<usize>| c.is_some_and(|c| table.given(c));
        let dated = told(schema.dari) || told(schema.sampai);
        let berlaku = if dated { table.rows().map(super::table::Row::berlaku).collect() } else { Vec::new() };
        Self { table, slots, berlaku }
    }

    /// All rows of a key, oldest first.
    pub(crate) fn rows(&self, key: &[&str]) -> Range<usize> {
        let mut slot = hash(key.iter().copied()) & (self.slots.len() - 1);
        loop {
            let (first, count) = self.slots[slot];
            if count == 0 {
                return 0..0;
            }
            if self.table.row(first as usize).key().eq(key.iter().copied()) {
                return first as usize..(first + count) as usize;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    /// The newest row of a key.
    pub(crate) fn latest(&self, key: &[&str]) -> Option<usize> {
        self.rows(key).next_back()
    }

    /// The row of a key that holds on `date`: the last to begin by then, unless it has ended.
    pub(crate) fn at(&self, key: &[&str], date: Date) -> Option<usize> {
        let rows = self.rows(key);
        if self.berlaku.is_empty() {
            return rows.clone().next();
        }
        let begun = self.berlaku.get(rows.clone())?.partition_point(|b| b.dari.is_none_or(|d| d <= date));
        let row = rows.start + begun.checked_sub(1)?;
        self.berlaku[row].covers(date).then_some(row)
    }
}

fn groups(table: &Table) -> Vec<(u32, u32)> {
    let mut groups: Vec<(u32, u32)> = Vec::with_capacity(table.len());
    for index in 0..table.len() {
        match groups.last_mut() {
            Some((_, count)) if table.row(index - 1).key().eq(table.row(index).key()) => *count += 1,
            _ => groups.push((u32::try_from(index).unwrap_or(u32::MAX), 1)),
        }
    }
    groups
}

/// Multiplicative hash over the cells, eight bytes at a time.
fn hash<'a>(cells: impl Iterator<Item = &'a str>) -> usize {
    const K: u64 = 0x517c_c1b7_2722_0a95;
    let mut h = 0u64;
    let mut add = |word: u64| h = (h.rotate_left(5) ^ word).wrapping_mul(K);
    for cell in cells {
        for chunk in cell.as_bytes().chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            add(u64::from_le_bytes(word));
        }
        add(cell.len() as u64);
    }
    usize::try_from((h ^ (h >> 32)) & u64::from(u32::MAX)).unwrap_or(0)
}
