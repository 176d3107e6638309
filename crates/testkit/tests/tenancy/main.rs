//! Whose things are whose, over every route of the table: who may ask, and that another company's things do not exist.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

mod desk;
mod dokumen;
mod foreign;
mod hostile;
mod matrix;
mod model;
mod recording;

use testkit::{House, Visitor};

/// The demo's people by what they are to the portal.
const PEOPLE: [&str; 7] = ["importir", "importir-mita", "ppjk", "ppd", "kepala", "perbendaharaan", "operator"];

/// Each of them at the portal, after somebody who is not logged in.
fn visitors(house: &House) -> Vec<(&'static str, Visitor)> {
    let known = PEOPLE.into_iter().map(|name| (name, Visitor::login(house, name)));
    std::iter::once(("tamu", Visitor::new(house))).chain(known).collect()
}

/// The path with an id that nobody has in place of its parameters.
fn filled(path: &str, id: &str) -> String {
    let Some((before, rest)) = path.split_once('{') else { return path.to_owned() };
    let after = rest.split_once('}').unwrap().1;
    filled(&format!("{before}{id}{after}"), id)
}
