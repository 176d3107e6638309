//! What happens outside the transaction: each job asks one partner or does one slow thing, and puts the answer through
//! the workflow in one transaction together with its own completion.

mod billing;
mod calls;
mod claims;
mod digest;
mod handle;
mod held;
mod hint;
mod insw;
mod load;
mod manifest;
mod notify;
mod payment;
mod sweep;
mod terminal;
mod validate;
mod worker;

pub(crate) use claims::release as release_claims;
pub(crate) use held::{Held, Kind, Left};
pub use hint::{hurry, hurry_position};
pub(crate) use load::parse as parse_frozen;
pub use worker::{Workers, run_due};
