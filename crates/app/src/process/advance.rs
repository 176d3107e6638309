//! One command on one declaration, inside the caller's transaction.

use std::collections::{BTreeMap, VecDeque};

use declaration::workflow::{Actor, Command, Event, Jalur, State, apply, decide, effects, letters, steps, waiting};
use store::declarations::{self, Declaration};
use store::{Tx, events, trader_list};

use super::Env;
use super::issue::Pending;
use super::notices::Entry;
use super::tell::Told;
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
    pub entries: Vec<Entry>,
    pub next: VecDeque<Command>,
    pub told: Told,
    /// Who gave the first command.
    pub by: Actor,
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
    let by = commands.first().map(|command| command.oleh.clone()).unwrap_or_default();
    let (letters, entries, next, told) = (Vec::new(), Vec::new(), VecDeque::new(), Told::default());
    let mut turn = Turn { app, env, row, state, letters, entries, next, told, by };
    for command in commands {
        let happened = decide(&turn.state, command, &env.context());
        turn.take(tx, &happened.map_err(|refusal| Error::Refused(refusal.text()))?)?;
        turn.chain(tx)?;
    }
    turn.close(tx, extras)
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
            self.entries.extend(Entry::of(event));
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
        let jenis = jenis(event);
        self.told.event(event, &jenis, step.as_ref());
        events::append(
            tx,
            &events::Event {
                declaration_id: self.row.id.clone(),
                seq: 0,
                id: self.app.id(),
                jenis,
                kode_proses: step.as_ref().map(|s| s.kode_proses.to_owned()),
                keterangan: step.map(|s| s.nama.id.into_owned()),
                body,
                actor: event.oleh.pengguna.clone(),
                at: event.waktu,
            },
        )?;
        Ok(())
    }

    fn close(mut self, tx: &mut dyn Tx, extras: &Extras) -> Result<(), Error> {
        let wait = waiting(&self.state, &self.env.context());
        let row = &mut *self.row;
        row.status = word(&self.state.tahap);
        row.jalur = self.state.jalur.map(|j| letter_of(j).to_owned());
        row.waiting_until = wait.as_ref().map(|w| w.tick_at);
        row.updated = self.env.now;
        row.state = serde_json::to_string(&self.state).map_err(|e| Error::Broken(e.to_string()))?;
        declarations::save(tx, row)?;
        self.queue(tx, wait.as_ref())?;
        let due = wait.as_ref().map(|w| w.deadline);
        let turn = wait.as_ref().map_or(String::new(), |w| word(&w.owner));
        trader_list::note_turn(tx, &self.row.id, &turn, due)?;
        let pending = std::mem::take(&mut self.letters);
        let issued = self.issue(tx, pending, extras)?;
        let asked = wait.filter(|w| w.owner.is_declarant()).map(|w| w.deadline);
        self.note(tx, &issued, asked)?;
        let told = std::mem::take(&mut self.told);
        self.tell(tx, told)
    }
}

/// The stored word of a unit variant.
pub(crate) fn word<T: serde::Serialize>(value: &T) -> String {
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
