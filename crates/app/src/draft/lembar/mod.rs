//! Spreadsheets: goods lines and whole documents out of workbooks, judged cell by cell before anything is stored.
//!
//! A workbook is read once, behind the port [`crate::ports::Sheets`], and kept as its cells until its owner accepts or
//! discards it. What the cells mean, and what is wrong with them, is worked out anew each time it is looked at, with the
//! rules that judge every other door.

mod accept;
mod columns;
mod document;
mod fill;
mod judge;
mod refusal;
mod suggest;
mod text;
mod upload;

pub use accept::{Which, accept_goods};
pub use columns::{Column, GOODS, SHEETS, Tab, columns, normal, tab, version};
pub use document::{DocumentView, accept_document, document_view, upload_document};
pub use judge::Note;
pub use sheet::{Book, Cell, Row, Sheet, column_name};
pub use text::Start;
pub use upload::{GoodsView, Mode, discard, goods_view, upload_goods, upload_text};
