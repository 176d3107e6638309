//! Whole installations for tests: a [`House`] is database, partners, HTTP server, job threads and people in one box.
//!
//! [`on_both!`] runs an example on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "everything here serves tests, which fail by panicking")]

mod authenticator;
mod client;
mod clock;
#[cfg(feature = "house")]
mod follow;
#[cfg(feature = "house")]
mod house;
#[cfg(feature = "house")]
mod ids;
mod mail;
pub mod pdf;
#[cfg(feature = "house")]
mod sandbox;
#[cfg(feature = "house")]
mod server;
#[cfg(feature = "house")]
mod visitor;

pub use authenticator::Authenticator;
pub use client::{Answer, Client, form};
pub use clock::{START, VirtualClock};
#[cfg(feature = "house")]
pub use follow::{column, letter, oldest_first, open_bill, reason, until};
#[cfg(feature = "house")]
pub use house::House;
pub use mail::Postbox;
#[cfg(feature = "house")]
pub use visitor::{Visitor, token};

/// Defines each example twice: `name::sqlite` and `name::postgres`, each in a fresh [`House`].
///
/// ```ignore
/// on_both! {
///     fn importer_logs_in(house) { house.importer(); }
/// }
/// ```
#[macro_export]
macro_rules! on_both {
    ($($(#[$meta:meta])* fn $name:ident($house:ident) $body:block)*) => { $(
        mod $name {
            use super::*;

            $(#[$meta])*
            fn example($house: &$crate::House) $body

            #[test]
            fn sqlite() {
                example(&$crate::House::sqlite());
            }

            #[test]
            fn postgres() {
                example(&$crate::House::postgres());
            }
        }
    )* };
}
