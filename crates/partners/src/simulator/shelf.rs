//! A bounded map that remembers the order of arrival for the page.

use std::collections::{BTreeMap, VecDeque};

use super::fail::Fail;

/// Most entries of a kind; beyond them the simulator says that it is full.
const MOST: usize = 250_000;
/// Most entries listed; the oldest drop out of the list, not out of the map or the journal.
pub const LISTED: usize = 10_000;

/// Things by key, listed newest first.
#[derive(Debug)]
pub struct Shelf<T> {
    by_key: BTreeMap<String, T>,
    order: VecDeque<String>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { by_key: BTreeMap::new(), order: VecDeque::new() }
    }
}

impl<T> Shelf<T> {
    pub fn get(&self, key: &str) -> Option<&T> {
        self.by_key.get(key)
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        self.by_key.get_mut(key)
    }

    pub fn len(&self) -> usize {
        self.by_key.len()
    }

    /// Room for one more.
    pub fn room(&self) -> Result<(), Fail> {
        if self.by_key.len() >= MOST { Err(Fail::full()) } else { Ok(()) }
    }

    pub fn put(&mut self, key: String, thing: T) {
        if self.by_key.insert(key.clone(), thing).is_some() {
            return;
        }
        self.order.push_back(key);
        if self.order.len() > LISTED {
            self.order.pop_front();
        }
    }

    /// How many are listed.
    pub fn listed(&self) -> usize {
        self.order.len()
    }

    /// Listed ones, newest first.
    pub fn newest(&self) -> impl Iterator<Item = &T> {
        self.order.iter().rev().filter_map(|key| self.by_key.get(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_leave_the_list_but_are_still_known() {
        let mut shelf = Shelf::default();
        for n in 0..=LISTED {
            shelf.put(format!("k{n}"), n);
        }
        shelf.put("k5".to_owned(), 5);
        assert_eq!((shelf.listed(), shelf.len()), (LISTED, LISTED + 1));
        assert_eq!(shelf.get("k0"), Some(&0));
        assert_eq!(shelf.newest().next(), Some(&LISTED));
        assert_eq!(shelf.newest().last(), Some(&1));
    }

    #[test]
    fn a_full_shelf_says_so() {
        let mut shelf = Shelf::default();
        (0..MOST).for_each(|n| shelf.put(n.to_string(), ()));
        assert_eq!(shelf.room(), Err(Fail::full()));
    }
}
