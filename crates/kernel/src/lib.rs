//! The pure vocabulary of Pabean: identity numbers, codes, money, decimals, dates, and the finding that names a datum.
//!
//! Nothing here awaits, reads a file or asks the time.

pub mod datum;
pub mod decimal;
pub mod finding;
pub mod pointer;
pub mod text;

pub use datum::{Datum, Problem};
pub use decimal::{Dec, Dec2, Dec4, Decimal, Rupiah};
pub use finding::{Finding, Findings, Severity};
pub use jiff::Timestamp;
pub use jiff::civil::Date;
pub use pointer::Pointer;
pub use text::Text;
