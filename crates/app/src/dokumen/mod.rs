//! Documents as a trader follows them: the list, what needs him now, one document's history, its inbox and bills.

mod bills;
mod follow;
mod group;
mod inbox;
mod list;
mod overview;
mod view;
mod views;

pub use bills::{BillRow, Bills, bills};
pub use follow::{Can, Entry, Following, LetterRow, Side, Turn, follow, letter};
pub use group::Group;
pub use inbox::{Inbox, NoticeRow, inbox, read, read_all, unread};
pub use list::{Filter, Listed, Listing, Sort, list};
pub use overview::{ClientCount, Median, Overview, overview};
pub use view::{Whole, whole};
pub use views::{MOST_VIEWS, View, delete_view, save_view, views};

use std::collections::BTreeMap;

use declaration::workflow::{Stage, State, waiting};
use store::declarations::Declaration;

use crate::process::Env;
use crate::{App, Error};

/// Calendars and reference data of the offices that one answer needs.
struct Offices<'a> {
    app: &'a App,
    known: BTreeMap<String, Env>,
}

impl<'a> Offices<'a> {
    fn new(app: &'a App) -> Self {
        Self { app, known: BTreeMap::new() }
    }

    fn env(&mut self, code: &str) -> Result<&Env, Error> {
        if !self.known.contains_key(code) {
            self.known.insert(code.to_owned(), Env::of(self.app, code.parse().ok(), None)?);
        }
        self.known.get(code).ok_or_else(|| Error::Broken(format!("kantor {code}")))
    }
}

/// The state of a root row.
fn state_of(row: &Declaration) -> Result<State, Error> {
    serde_json::from_str(&row.state).map_err(|e| Error::Broken(e.to_string()))
}

/// Whose turn it is; none for a document that waits for nothing.
fn turn(state: &State, env: &Env) -> Option<Turn> {
    let wait = waiting(state, &env.context())?;
    // A finished document only waits for the archive, which asks nothing of anybody; a request beside it still does.
    if state.tahap == Stage::Finished && state.nhi.is_none() && wait.alongside.is_empty() {
        return None;
    }
    Some(Turn {
        reason: wait.reason,
        mine: wait.owner.is_declarant(),
        owner: wait.owner.label(),
        since: wait.since,
        until: wait.deadline,
        late: wait.deadline <= env.now,
        usually: wait.normal_duration,
        consequence: wait.consequence,
        beside: wait
            .alongside
            .into_iter()
            .map(|a| Side { owner: a.owner.label(), until: a.deadline, consequence: a.consequence })
            .collect(),
        partner: state.kendala.as_ref().map(|k| (k.mitra.clone(), k.alasan.clone(), k.sejak)),
    })
}
