//! One command on one declaration, inside the caller's transaction.

use std::collections::{BTreeMap, VecDeque};

use declaration::workflow::{Command, Event, Jalur, Role, State, apply, decide, effects, letters, steps, waiting};
use store::declarations::{self, Declaration};
use store::tasks::OfficerTask;
use store::{Tx, events, tasks};

use super::Env;
use super::issue::Pending;
use crate::{App, Error};

/// Most commands that one command may lead to inside its transaction.
const LONGEST_CHAIN: usize = 32;

/// What a letter prints beyond the event that issues it, by response code.
#[derive(Debug, Clone, Default)]
pub(crate) struct Extras(pub BTreeMap<&'static str, serde_json::Value>);

impl Extras {
    /// Data for one letter.
    pub fn of(kode_respon: &'static str, data: serde_json::Value) -> Self {
        Self(BTreeMap::from([(kode_respon, data)]))
    }
}

/// A declaration on its way through one transaction.
pub(super) struct Turn<'a> {
    pub app: &'a App,
    pub env: &'a Env,
    pub row: &'a mut Declaration,
    pub state: State,
    pub letters: Vec<Pending>,
    pub next: VecDeque<Command>,
}

/// Decides, records and follows up; nothing is written when the workflow refuses the command.
pub(crate) fn advance(
    tx: &mut dyn Tx,
    app: &App,
    env: &Env,
    row: &mut Declaration,
    command: Command,
    extras: &Extras,
) -> Result<(), Error> {
    advance_all(tx, app, env, row, vec![command], extras)
}

/// The same for commands that follow each other at once, with one change of the row for all; when a later one is
/// refused, the caller rolls back.
pub(crate) fn advance_all(
    tx: &mut dyn Tx,
    app: &App,
    env: &Env,
    row: &mut Declaration,
    commands: Vec<Command>,
    extras: &Extras,
) -> Result<(), Error> {
    let state: State = serde_json::from_str(&row.state).map_err(|e| Error::Broken(e.to_string()))?;
    let before = officer_waited_for(&state, env);
    let mut turn = Turn { app, env, row, state, letters: Vec::new(), next: VecDeque::new() };
    for command in commands {
        let happened = decide(&turn.state, command, &env.context());
        turn.take(tx, &happened.map_err(|refusal| Error::Refused(refusal.text()))?)?;
        turn.chain(tx)?;
    }
    turn.close(tx, before, extras)
}

/// The officers' function that a declaration waits for.
fn officer_waited_for(state: &State, env: &Env) -> Option<Role> {
    waiting(state, &env.context()).map(|w| w.owner).filter(|owner| owner.is_officer())
}

impl Turn<'_> {
    /// Gives the commands that the last one led to.
    fn chain(&mut self, tx: &mut dyn Tx) -> Result<(), Error> {
        let mut links = 0;
        while let Some(command) = self.next.pop_front() {
            links += 1;
            let chained = decide(&self.state, command, &self.env.context());
            let chained = chained.map_err(|refusal| Error::Broken(format!("langkah lanjutan ditolak: {refusal}")))?;
            if links > LONGEST_CHAIN {
                return Err(Error::Broken("rantai langkah terlalu panjang".into()));
            }
            self.take(tx, &chained)?;
        }
        Ok(())
    }

    /// Applies and records the events, then does what follows inside the transaction and enqueues the rest.
    fn take(&mut self, tx: &mut dyn Tx, happened: &[Event]) -> Result<(), Error> {
        for event in happened {
            let state = std::mem::take(&mut self.state);
            self.state = apply(state, event);
            self.record(tx, event)?;
            for kode_respon in letters(event) {
                self.letters.push(Pending::new(kode_respon, event, &self.state));
            }
        }
        for effect in happened.iter().flat_map(effects) {
            self.follow(tx, effect)?;
        }
        Ok(())
    }

    fn record(&mut self, tx: &mut dyn Tx, event: &Event) -> Result<(), Error> {
        let body = serde_json::to_string(event).map_err(|e| Error::Broken(e.to_string()))?;
        let step = steps(event);
        if let Some(step) = &step {
            step.kode_proses.clone_into(&mut self.row.kode_proses);
            self.row.waktu_status = event.waktu;
        }
        events::append(
            tx,
            &events::Event {
                declaration_id: self.row.id.clone(),
                seq: 0,
                id: self.app.id(),
                jenis: jenis(event),
                kode_proses: step.as_ref().map(|s| s.kode_proses.to_owned()),
                keterangan: step.map(|s| s.nama.id.into_owned()),
                body,
                actor: event.oleh.pengguna.clone(),
                at: event.waktu,
            },
        )?;
        Ok(())
    }

    fn close(mut self, tx: &mut dyn Tx, before: Option<Role>, extras: &Extras) -> Result<(), Error> {
        let wait = waiting(&self.state, &self.env.context());
        let row = &mut *self.row;
        row.status = word(&self.state.tahap);
        row.jalur = self.state.jalur.map(|j| letter_of(j).to_owned());
        row.waiting_until = wait.as_ref().map(|w| w.tick_at);
        row.updated = self.env.now;
        row.state = serde_json::to_string(&self.state).map_err(|e| Error::Broken(e.to_string()))?;
        declarations::save(tx, row)?;
        let after = wait.as_ref().map(|w| w.owner).filter(|owner| owner.is_officer());
        if before != after {
            self.hand_over(tx, after, wait.map(|w| w.deadline))?;
        }
        let pending = std::mem::take(&mut self.letters);
        self.issue(tx, pending, extras)
    }

    /// The officers' queue follows what the document waits for.
    fn hand_over(&self, tx: &mut dyn Tx, to: Option<Role>, due: Option<jiff::Timestamp>) -> Result<(), Error> {
        tasks::close_all(tx, &self.row.id, self.env.now)?;
        if let Some(function) = to {
            tasks::open(
                tx,
                &OfficerTask {
                    id: self.app.id(),
                    declaration_id: self.row.id.clone(),
                    function: word(&function),
                    office: self.row.kode_kantor.clone(),
                    since: self.env.now,
                    due,
                    taken_by: None,
                    taken_at: None,
                    done_by: None,
                    done_at: None,
                },
            )?;
        }
        Ok(())
    }
}

/// The stored word of a unit variant.
fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

fn jenis(event: &Event) -> String {
    let tagged = serde_json::to_value(&event.isi).unwrap_or_default();
    tagged.get("jenis").and_then(|j| j.as_str()).unwrap_or_default().to_owned()
}

fn letter_of(jalur: Jalur) -> &'static str {
    match jalur {
        Jalur::Hijau => "H",
        Jalur::Kuning => "K",
        Jalur::Merah => "M",
    }
}
