//! Use cases of Pabean: load, decide, save, and enqueue what must happen outside.

pub mod ports;
pub mod surat;
