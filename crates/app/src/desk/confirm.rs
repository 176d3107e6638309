//! Four eyes: what overrides a check of the system happens only when a second officer confirms it.

use declaration::workflow::{Action, State, decide as workflow};
use jiff::Timestamp;
use kernel::Text;
use serde_json::{Value, json};
use store::declarations::Declaration;
use store::desk::{self, Request};
use store::{Tx, accounts, declarations};

use super::act::Tindakan;
use super::dilewati::{self, Dilewati};
use super::{desk as seat, hold, state_of, tidy};
use crate::access::{Actor, Role, UseCase};
use crate::account::{Note, actor as actor_of};
use crate::act::act_with;
use crate::process::{Env, officer};
use crate::{App, Error};

/// Most requests of an office that are shown.
const MOST: u32 = 200;

/// A request.
#[derive(Debug, Clone)]
pub struct RequestRow {
    /// For addresses.
    pub id: String,
    /// 26 characters.
    pub nomor_aju: String,
    /// Importer.
    pub importir: String,
    /// What is asked for.
    pub act: Option<Tindakan>,
    /// Why.
    pub note: String,
    /// Who asked.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// The reader may decide.
    pub may_decide: bool,
    /// What it overrides; only in the list of requests.
    pub dilewati: Option<Dilewati>,
}

/// Asks for a second officer; what the workflow refuses is refused at once.
pub(super) fn ask(
    app: &App,
    actor: &Actor,
    (row, state): (&Declaration, &State),
    act: Tindakan,
    (action, letter, note): (Action, Value, String),
) -> Result<(), Error> {
    let env = Env::of(app, row.kode_kantor.parse().ok(), None)?;
    let who = officer(actor).ok_or(Error::Denied("bukan petugas"))?;
    workflow(state, who.does(action.clone()), &env.context()).map_err(|no| Error::Refused(no.text()))?;
    let request = Request {
        id: app.id(),
        declaration_id: row.id.clone(),
        office: row.kode_kantor.clone(),
        act: act.word().to_owned(),
        action: json(&action)?,
        letter: json(&letter)?,
        note,
        asked_by: actor.account_id.clone(),
        asked: app.now(),
        decided_by: None,
        decided: None,
        outcome: None,
        reason: None,
    };
    let (at, who, row) = (app.clone(), actor.clone(), row.clone());
    app.db().write(move |tx| {
        hold(tx, &who, &row, at.now())?;
        if !desk::ask(tx, &request)? {
            return Err(Error::Refused(Text::fixed(
                "Dokumen ini sudah menunggu persetujuan petugas kedua.",
                "This document already waits for a second officer.",
            )));
        }
        let note = Note::new("petugas.minta", &who.account_id, &row.id, None);
        Ok(note.with(json!({ "tindakan": act.word() })).write(tx, &at)?)
    })
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|e| Error::Broken(e.to_string()))
}

/// Who may decide: not who asked; a colleague of the same function, or the head of the office.
fn may_decide(actor: &Actor, asked_by: &str, role: Option<Role>) -> bool {
    actor.account_id != asked_by && (actor.role == Role::Kepala || role == Some(actor.role))
}

/// A request for a reader.
pub(super) fn shown(tx: &mut dyn Tx, actor: &Actor, request: &Request, row: &Declaration) -> Result<RequestRow, Error> {
    let asker = accounts::by_id(tx, &request.asked_by)?;
    let role = asker.as_ref().and_then(|a| Role::parse(&a.role));
    Ok(RequestRow {
        id: request.id.clone(),
        nomor_aju: row.nomor_aju.clone(),
        importir: row.nama_importir.clone(),
        act: Tindakan::parse(&request.act),
        note: request.note.clone(),
        by: asker.map(|a| a.display_name).unwrap_or_default(),
        at: request.asked,
        may_decide: may_decide(actor, &request.asked_by, role),
        dilewati: None,
    })
}

/// Whether somebody of this function can ever be the second officer: a colleague of those who ask, or the head.
pub fn decides(actor: &Actor) -> bool {
    let asks = [UseCase::ExamineDocuments, UseCase::ManageTreasury];
    actor.role == Role::Kepala || asks.into_iter().any(|case| actor.may(case).is_ok())
}

/// How many requests wait for the reader.
pub(super) fn count(app: &App, actor: &Actor) -> Result<usize, Error> {
    if !decides(actor) {
        return Ok(0);
    }
    let (office, who) = (seat(actor)?, actor.clone());
    app.db().read(move |tx| {
        let mut out = 0;
        for request in desk::requests(tx, &office, MOST)? {
            let role = accounts::by_id(tx, &request.asked_by)?.and_then(|a| Role::parse(&a.role));
            out += usize::from(may_decide(&who, &request.asked_by, role));
        }
        Ok(out)
    })
}

/// What the office has to decide, oldest first.
pub fn pending(app: &App, actor: &Actor) -> Result<Vec<RequestRow>, Error> {
    let office = seat(actor)?;
    let who = actor.clone();
    app.db().read(move |tx| {
        let mut out = Vec::new();
        for request in desk::requests(tx, &office, MOST)? {
            let Some(row) = declarations::by_id(tx, &request.declaration_id)? else { continue };
            let mut request = shown(tx, &who, &request, &row)?;
            request.dilewati = request.act.map(|act| dilewati::load(tx, &row, act)).transpose()?.flatten();
            out.push(request);
        }
        Ok(out)
    })
}

/// Confirms or refuses. Confirmed, the act happens in the name of whoever asked; when the workflow no longer takes it,
/// the request lapses and its reason is said.
pub fn decide(app: &App, actor: &Actor, id: &str, yes: bool, reason: &str) -> Result<(), Error> {
    let office = seat(actor)?;
    let reason = tidy(reason, 1_000);
    if !yes && reason.is_empty() {
        let text = Text::fixed("Tulis alasan penolakan.", "Write down why it is refused.");
        return Err(Error::Findings(vec![super::wrong("alasan", text)]));
    }
    let (at, key, seat) = (app.clone(), id.to_owned(), office.clone());
    let (request, row, asker) = app.db().read(move |tx| {
        let request = desk::request(tx, &key, &seat)?.filter(|r| r.decided.is_none()).ok_or(Error::NotFound)?;
        let row = declarations::by_id(tx, &request.declaration_id)?.ok_or(Error::NotFound)?;
        let asker = match actor_of(tx, &at, &request.asked_by) {
            Ok(actor) => Some(actor),
            Err(Error::Unauthenticated) => None,
            Err(error) => return Err(error),
        };
        Ok::<_, Error>((request, row, asker))
    })?;
    if !may_decide(actor, &request.asked_by, asker.as_ref().map(|a| a.role)) {
        return Err(Error::Denied("petugas lain yang memutuskan"));
    }
    if !yes {
        return close(app, actor, &request, ("TOLAK", &reason));
    }
    let Some(asker) = asker.filter(|a| a.office.as_deref() == Some(office.as_str())) else {
        close(app, actor, &request, ("GUGUR", "pengusul tidak lagi bertugas di kantor ini"))?;
        return Err(Error::Refused(Text::fixed(
            "Pengusul tidak lagi bertugas di kantor ini; usulan gugur.",
            "Whoever asked no longer serves at this office; the request has lapsed.",
        )));
    };
    match carry_out(app, actor, &asker, &request, &row) {
        Err(Error::Refused(text)) => {
            close(app, actor, &request, ("GUGUR", &text.id))?;
            Err(Error::Refused(text))
        }
        done => done,
    }
}

fn carry_out(app: &App, actor: &Actor, asker: &Actor, request: &Request, row: &Declaration) -> Result<(), Error> {
    let broken = |e: serde_json::Error| Error::Broken(e.to_string());
    let action: Action = serde_json::from_str(&request.action).map_err(broken)?;
    let letter: Value = serde_json::from_str(&request.letter).map_err(broken)?;
    let (at, who, id) = (app.clone(), actor.clone(), request.id.clone());
    act_with(app, asker, &row.nomor_aju, action, letter, move |tx, row| {
        if state_of(row)?.tahap.is_final() {
            return Err(Error::Refused(Text::fixed("Dokumen sudah selesai.", "The document is closed.")));
        }
        mark(tx, &at, &who, &id, ("SETUJU", None))?;
        Ok(Note::new("petugas.setujui", &who.account_id, &row.id, None).write(tx, &at)?)
    })
}

fn mark(tx: &mut dyn Tx, app: &App, actor: &Actor, id: &str, outcome: (&str, Option<&str>)) -> Result<(), Error> {
    if desk::decide(tx, id, &actor.account_id, app.now(), outcome)? { Ok(()) } else { Err(Error::NotFound) }
}

fn close(app: &App, actor: &Actor, request: &Request, (outcome, reason): (&'static str, &str)) -> Result<(), Error> {
    let (at, who, request, reason) = (app.clone(), actor.clone(), request.clone(), reason.to_owned());
    app.db().write(move |tx| {
        mark(tx, &at, &who, &request.id, (outcome, Some(&reason)))?;
        let kind = if outcome == "TOLAK" { "petugas.tolak" } else { "petugas.gugur" };
        let note = Note::new(kind, &who.account_id, &request.declaration_id, None);
        Ok(note.with(json!({ "tindakan": request.act, "alasan": reason })).write(tx, &at)?)
    })
}
