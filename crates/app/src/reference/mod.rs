//! Reference data of the installation: the version in force, older ones, imports.

mod current;
mod import;

pub use current::{Current, Day};
pub use import::{ImportReport, Incoming, TableReport, import};

mod kurs;

pub use current::office_day;
pub use kurs::{Rate, kurs};
