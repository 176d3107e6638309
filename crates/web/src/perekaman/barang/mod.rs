//! The goods: a grid of fifty rows a page, real inputs named by the key of their line.

mod cells;
mod conflict;
mod grid;
mod save;
mod sets;
mod undo;

pub use cells::{tariff, wrong};
pub use conflict::page as conflict;
pub use grid::{ROWS, Shown, page, show};
pub use save::save;
pub use sets::Set;
pub use undo::undo;
