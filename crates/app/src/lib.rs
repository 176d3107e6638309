//! Use cases of Pabean: load, decide, save, and enqueue what must happen outside.

pub mod access;
pub mod act;
pub mod account;
pub mod bell;
pub mod context;
pub mod error;
pub mod declaration;
pub mod demo;
pub mod jobs;
pub mod letter;
mod process;
pub mod password;
pub mod ports;
pub mod publik;
pub mod reference;
pub mod settings;
pub mod surat;

pub use access::{Actor, Role, UseCase};
pub use context::{App, Ports};
pub use error::Error;
pub use settings::Settings;
