//! Use cases of Pabean: load, decide, save, and enqueue what must happen outside.

pub mod access;
pub mod account;
pub mod act;
pub mod amendment;
pub mod bell;
pub mod company;
pub mod context;
pub mod declaration;
pub mod demo;
pub mod desk;
pub mod dokumen;
pub mod draft;
pub mod error;
pub mod h2h;
pub mod jobs;
pub mod lampiran;
pub mod letter;
pub mod operate;
pub mod outward;
pub mod password;
pub mod ports;
mod process;
pub mod publik;
pub mod reference;
pub mod settings;
pub mod surat;

pub use access::{Actor, Role, UseCase};
pub use context::{App, Ports};
pub use error::Error;
pub use settings::Settings;
