//! Events as software reads them: by number, in order, as long as they are kept.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use store::feed::{self, FeedEvent};
use store::{Reach, Tx, declarations};

use crate::access::{Actor, UseCase};
use crate::declaration::sees;
use crate::{App, Error};

/// Days that events are kept.
pub const KEPT_DAYS: i64 = 90;
/// Most events of one answer.
pub const MOST: u32 = 100;

/// Events after a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Events {
    /// The events, oldest first.
    pub events: Vec<Value>,
    /// What to ask for next time.
    pub cursor: i64,
    /// More are there already.
    pub more: bool,
    /// Events between what was asked for and the first that is kept are gone.
    pub gap: bool,
}

/// Events of the actor's company after `since`. Whoever was seen only by a power of attorney that is over is left out.
pub fn events(app: &App, actor: &Actor, since: i64, limit: u32) -> Result<Events, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (who, company, limit) = (actor.clone(), actor.company()?.to_owned(), limit.clamp(1, MOST));
    app.db().read(move |tx| {
        tx.narrow(Reach::Company(&company))?;
        let rows = feed::after(tx, &company, since, limit + 1)?;
        let first = feed::first(tx, &company)?;
        let mut seen = Seen::default();
        let mut events = Vec::new();
        let more = rows.len() > limit as usize;
        let mut cursor = since;
        for row in rows.into_iter().take(limit as usize) {
            cursor = row.seq;
            if seen.by(tx, &row, |declaration| sees(&who, declaration))? {
                events.push(shape(&row));
            }
        }
        let gap = since > 0 && first.is_some_and(|first| first > since + 1);
        Ok(Events { events, cursor, more, gap })
    })
}

/// Number of the newest event of the actor's company, to begin there.
pub fn newest(app: &App, actor: &Actor) -> Result<i64, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let company = actor.company()?.to_owned();
    Ok(app.db().read(move |tx| feed::last(tx, &company))?)
}

/// Which documents of a page may be seen; each is looked up once.
#[derive(Default)]
struct Seen(BTreeMap<String, bool>);

impl Seen {
    /// Whether an event may be told.
    fn by(
        &mut self,
        tx: &mut dyn Tx,
        row: &FeedEvent,
        judge: impl Fn(&declarations::Declaration) -> bool,
    ) -> Result<bool, Error> {
        if let Some(known) = self.0.get(&row.declaration_id) {
            return Ok(*known);
        }
        let may = declarations::by_id(tx, &row.declaration_id)?.is_some_and(|declaration| judge(&declaration));
        self.0.insert(row.declaration_id.clone(), may);
        Ok(may)
    }
}

/// An event as it is sent: its number and kind, then its data.
pub(crate) fn shape(row: &FeedEvent) -> Value {
    let mut event = json!({ "urut": row.seq, "jenis": row.kind.as_str() });
    if let (Some(event), Ok(Value::Object(body))) = (event.as_object_mut(), serde_json::from_str(&row.body)) {
        event.extend(body);
    }
    event
}
