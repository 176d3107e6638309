//! A reader that counts what really comes out and stops when it is too much.

use std::cell::{Cell, RefCell};
use std::io::{self, Read};

use crate::{MOST_INFLATED, MOST_RATIO, Refused};

/// Small entries may be as repetitive as they like.
const SMALL: u64 = 2 * 1024 * 1024;
/// Longest run without markup: nothing that is read has to be kept longer than this.
const LONGEST_RUN: u64 = 256 * 1024;

/// What came out so far, and why reading ended early.
#[derive(Default)]
pub(crate) struct Tally {
    total: Cell<u64>,
    refused: RefCell<Option<Refused>>,
}

impl Tally {
    /// Notes why, for whoever sees only a reading error.
    pub(crate) fn refuse(&self, why: Refused) -> io::Error {
        self.refused.borrow_mut().get_or_insert(why);
        io::Error::other("refused")
    }

    /// What was noted, or that the file cannot be read.
    pub(crate) fn reason(&self) -> Refused {
        self.refused.borrow().clone().unwrap_or(Refused::Broken)
    }
}

/// One entry of the archive.
pub(crate) struct Counted<'a, R> {
    inner: R,
    tally: &'a Tally,
    packed: u64,
    declared: u64,
    came: u64,
    run: u64,
    markup: bool,
}

impl<'a, R: Read> Counted<'a, R> {
    /// An entry that takes `packed` bytes and says that it becomes `declared`; runs are bounded in markup only.
    pub(crate) fn new(inner: R, tally: &'a Tally, (packed, declared): (u64, u64), markup: bool) -> Self {
        Self { inner, tally, packed, declared, came: 0, run: 0, markup }
    }
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let more = u64::try_from(count).unwrap_or(u64::MAX);
        self.came += more;
        let total = self.tally.total.get() + more;
        self.tally.total.set(total);
        if total > MOST_INFLATED || self.came > self.declared {
            return Err(self.tally.refuse(Refused::Inflates));
        }
        if self.came > SMALL && self.came / MOST_RATIO > self.packed {
            return Err(self.tally.refuse(Refused::Ratio));
        }
        if self.markup {
            let read = buffer.get(..count).unwrap_or_default();
            match read.iter().rposition(|byte| *byte == b'<') {
                Some(at) => self.run = u64::try_from(count - at).unwrap_or(u64::MAX),
                None => self.run += more,
            }
            if self.run > LONGEST_RUN {
                return Err(self.tally.refuse(Refused::Broken));
            }
        }
        Ok(count)
    }
}
