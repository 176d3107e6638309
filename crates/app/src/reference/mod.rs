//! Reference data of the installation: the version in force, older ones, imports.

mod current;
mod import;
mod kurs;

pub use current::{Current, Day, office_day};
pub use import::{ImportReport, Incoming, TableReport, import, starter};
pub use kurs::{Rate, kurs};
