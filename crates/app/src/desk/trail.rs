//! Everything that happened to a case, by whom: for the head of the office.

use jiff::Timestamp;
use serde_json::Value;
use store::audit;

use super::case::{EventRow, Names, happened};
use super::{case_of, desk};
use crate::access::{Actor, UseCase};
use crate::{App, Error};

/// Most entries beside the workflow's events.
const MOST: u32 = 1_000;

/// One entry.
#[derive(Debug, Clone)]
pub struct TrailRow {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub who: String,
    /// What: an event of the workflow, or something at the desk.
    pub what: What,
}

/// What an entry is about.
#[derive(Debug, Clone)]
pub enum What {
    /// An event of the workflow.
    Event(Box<EventRow>),
    /// At the desk: its kind, and its details.
    Desk {
        /// Kind, such as `petugas.ambil`.
        kind: String,
        /// Details.
        body: Value,
    },
}

/// The trail of a case, newest first.
pub fn trail(app: &App, actor: &Actor, aju: &str) -> Result<Vec<TrailRow>, Error> {
    actor.may(UseCase::AuditCase)?;
    desk(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    let (row, events) = app.db().read(move |tx| {
        let (row, _) = case_of(tx, &who, &number)?;
        let events = happened(tx, &row, &mut Names::default())?;
        Ok::<_, Error>((row, events))
    })?;
    let mut out: Vec<TrailRow> = events
        .into_iter()
        .map(|event| TrailRow { at: event.at, who: event.who.clone(), what: What::Event(Box::new(event)) })
        .collect();
    let desk = app.db().read(move |tx| {
        let mut names = Names::default();
        let mut rows = Vec::new();
        for note in audit::of_subject(tx, &row.id, MOST)? {
            let mut body: Value = serde_json::from_str(&note.body).unwrap_or_default();
            // Accounts are shown by name.
            for key in ["dari", "kepada"] {
                if let Some(id) = body[key].as_str().map(str::to_owned) {
                    body[key] = Value::String(names.of(tx, &id)?);
                }
            }
            let who = names.of(tx, &note.actor)?;
            rows.push(TrailRow { at: note.at, who, what: What::Desk { kind: note.kind, body } });
        }
        Ok::<_, Error>(rows)
    })?;
    out.extend(desk);
    out.sort_by_key(|row| std::cmp::Reverse(row.at));
    Ok(out)
}
