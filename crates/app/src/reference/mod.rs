//! Reference data of the installation: the version in force, older ones, imports.

mod current;
mod hours;
mod import;
mod kurs;
mod lookup;
mod today;

pub use ::reference::{DiffKind, ImportError, RowDiff};
pub use current::{Current, Day, office_day};
pub use hours::Hours;
pub(crate) use hours::time;
pub(crate) use import::prepare;
pub use import::{ImportReport, Incoming, TableReport, import, starter};
pub use kurs::{Rate, kurs};
pub use lookup::{LevyRow, Office, Port, Storage, Tariff, domestic_ports, offices, ports_named, storages, tariff};
pub use today::today;
