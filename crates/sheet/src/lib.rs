//! Workbooks that strangers send: looked through first, then read into rows of text with their addresses.
//!
//! Nothing here knows what the cells mean. A workbook is read in two passes over the bytes: [`scan`] counts what really
//! comes out of the archive and refuses whatever could hurt, and only then are the cells taken out.

mod address;
mod book;
mod cells;
mod count;
mod refused;
mod scan;

pub use address::{column_name, name};
pub use book::{Book, Cell, Row, Sheet};
pub use refused::Refused;

/// Largest file, bytes.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// Most entries of the archive.
pub const MOST_ENTRIES: usize = 200;
/// Most bytes that come out of it, in all.
pub const MOST_INFLATED: u64 = 100 * 1024 * 1024;
/// Most bytes that one byte of an entry may become.
pub const MOST_RATIO: u64 = 100;
/// Last row that may hold something, from 1.
pub const MOST_ROWS: u32 = 20_000;
/// Columns that may hold something.
pub const MOST_COLUMNS: u16 = 100;
/// Most sheets.
pub const MOST_SHEETS: usize = 40;
/// Most distinct texts.
pub const MOST_STRINGS: u64 = 500_000;
/// Most cells that hold something, over all sheets.
pub const MOST_CELLS: u64 = 1_000_000;
/// Longest text of a cell, characters; the longest datum of a declaration.
pub const LONGEST_TEXT: usize = 4_000;

/// Reads a workbook; the whole of it or nothing.
pub fn read(bytes: &[u8]) -> Result<Book, Refused> {
    scan::check(bytes)?;
    cells::read(bytes)
}
