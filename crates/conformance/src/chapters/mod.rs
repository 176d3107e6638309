//! The checks, chapter by chapter of the contract.

mod auth;
mod document;
mod duplicate;
mod errors;
mod events;
mod files;
mod headers;
mod leniency;
mod limits;
mod lookups;
mod manifest;
mod responses;
mod status;

use crate::check::{Check, List};

/// All of them, in the order in which they are asked.
pub fn all() -> Vec<Check> {
    let mut list = List::default();
    auth::add(&mut list);
    headers::add(&mut list);
    document::add(&mut list);
    duplicate::add(&mut list);
    leniency::add(&mut list);
    status::add(&mut list);
    responses::add(&mut list);
    lookups::add(&mut list);
    files::add(&mut list);
    manifest::add(&mut list);
    limits::add(&mut list);
    errors::add(&mut list);
    events::add(&mut list);
    list.0
}
