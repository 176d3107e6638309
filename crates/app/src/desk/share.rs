//! Who does what: colleagues, handing over, and the work of somebody who is away.

use kernel::Text;
use serde_json::json;
use store::tasks::{self, OfficerTask};
use store::{Tx, accounts, declarations};

use super::{desk, function_word};
use crate::access::{Actor, Role, UseCase};
use crate::account::Note;
use crate::act::act;
use crate::process::{function, word};
use crate::{App, Error};

/// Most officers and tasks of an office that are read.
const MOST: u32 = 1_000;

/// An officer of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Account.
    pub id: String,
    /// Name.
    pub nama: String,
    /// What he is.
    pub role: Role,
    /// Whether he may log in.
    pub active: bool,
    /// Open tasks that he holds.
    pub tasks: usize,
}

/// Officers of the actor's office, by name; one role, or all.
pub fn colleagues(app: &App, actor: &Actor, role: Option<Role>) -> Result<Vec<Colleague>, Error> {
    let office = desk(actor)?;
    app.db().read(move |tx| {
        let open = tasks::urgent(tx, &office, None, MOST)?;
        let mut out = Vec::new();
        for account in accounts::of_office(tx, &office, MOST)? {
            let Some(known) = Role::parse(&account.role).filter(|known| role.is_none_or(|wanted| wanted == *known))
            else {
                continue;
            };
            let held = open.iter().filter(|task| task.taken_by.as_deref() == Some(account.id.as_str())).count();
            let (id, nama, active) = (account.id, account.display_name, account.active);
            out.push(Colleague { id, nama, role: known, active, tasks: held });
        }
        out.sort_by(|a, b| a.nama.cmp(&b.nama));
        Ok(out)
    })
}

fn refused<T>(id: &'static str, en: &'static str) -> Result<T, Error> {
    Err(Error::Refused(Text::fixed(id, en)))
}

/// An active officer of the office in a function.
pub(super) fn fit(tx: &mut dyn Tx, office: &str, id: &str, wanted: &str) -> Result<(), Error> {
    let account = accounts::by_id(tx, id)?.filter(|a| a.active && a.office.as_deref() == Some(office));
    let role = account.and_then(|a| Role::parse(&a.role)).and_then(function).map(|role| word(&role));
    if role.as_deref() == Some(wanted) {
        return Ok(());
    }
    refused(
        "Pilih petugas yang aktif di kantor ini dengan fungsi yang sama.",
        "Choose an active officer of this office in the same function.",
    )
}

/// Gives a task to a colleague: one's own, or as head of office anybody's. An inspection goes through the appointment.
pub fn hand_over(app: &App, actor: &Actor, aju: &str, to: &str) -> Result<(), Error> {
    let office = desk(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    let (row, _) = app.db().read(move |tx| super::case_of(tx, &who, &number))?;
    let (at, who, to) = (app.clone(), actor.clone(), to.to_owned());
    let own = function_word(actor)?;
    app.db().write(move |tx| {
        let open = tasks::open_tasks(tx, &row.id)?;
        let task =
            open.into_iter().find(|task| task.function == own && task.taken_by.as_deref() == Some(&who.account_id));
        let Some(task) = task else {
            return refused(
                "Ambil tugas ini dulu; yang diserahkan hanya tugas sendiri.",
                "Take it first; only one's own tasks are handed over.",
            );
        };
        give(tx, &at, &who, &office, (&task, &to))
    })
}

fn give(
    tx: &mut dyn Tx,
    app: &App,
    actor: &Actor,
    office: &str,
    (task, to): (&OfficerTask, &str),
) -> Result<(), Error> {
    fit(tx, office, to, &task.function)?;
    if task.function == word(&declaration::workflow::Role::PemeriksaFisik) {
        return refused(
            "Pemeriksaan barang dialihkan kepala kantor melalui penunjukan pemeriksa.",
            "An inspection is moved by the head of office, who appoints another inspector.",
        );
    }
    tasks::assign(tx, &task.id, Some(to), app.now())?;
    let note = Note::new("petugas.serahkan", &actor.account_id, &task.declaration_id, None);
    Ok(note.with(json!({ "dari": task.taken_by, "kepada": to, "fungsi": task.function })).write(tx, app)?)
}

/// What became of the tasks of somebody who is away.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moved {
    /// Given to the colleague, or back to all.
    pub moved: usize,
    /// Could not be moved: the inspection is signed, or the same person would do both.
    pub left: usize,
}

/// Moves everything that `from` holds to `to`, or back to all; the head of office does it.
pub fn move_all(app: &App, actor: &Actor, from: &str, to: Option<&str>) -> Result<Moved, Error> {
    actor.may(UseCase::AssignWork)?;
    let office = desk(actor)?;
    if to == Some(from) {
        return refused("Pilih dua petugas yang berbeda.", "Choose two different officers.");
    }
    let (seat, id) = (office.clone(), from.to_owned());
    let held = app.db().read(move |tx| {
        accounts::by_id(tx, &id)?.filter(|a| a.office.as_deref() == Some(seat.as_str())).ok_or(Error::NotFound)?;
        Ok::<_, Error>(tasks::held(tx, &seat, &id, MOST)?)
    })?;
    let inspector = word(&declaration::workflow::Role::PemeriksaFisik);
    let mut out = Moved::default();
    for task in held {
        let done = match to {
            Some(to) if task.function == inspector => {
                let action = declaration::workflow::Action::AppointInspector { pemeriksa: to.to_owned() };
                let (seat, id, fits) = (office.clone(), to.to_owned(), inspector.clone());
                app.db().read(move |tx| fit(tx, &seat, &id, &fits))?;
                act(app, actor, &task.nomor_aju, action, serde_json::Value::Null)
            }
            None if task.function == inspector => refused("-", "-"),
            _ => one(app, actor, &office, (&task, to)),
        };
        match done {
            Ok(()) => out.moved += 1,
            Err(Error::Refused(_)) => out.left += 1,
            Err(error) => return Err(error),
        }
    }
    Ok(out)
}

fn one(app: &App, actor: &Actor, office: &str, (row, to): (&tasks::QueueRow, Option<&str>)) -> Result<(), Error> {
    let (at, who, seat, id) = (app.clone(), actor.clone(), office.to_owned(), row.id.clone());
    let to = to.map(str::to_owned);
    app.db().write(move |tx| {
        let Some(task) = tasks::by_id(tx, &id)?.filter(|t| t.done_at.is_none() && t.office == seat) else {
            return Ok(());
        };
        if let Some(to) = &to {
            let state = declarations::by_id(tx, &task.declaration_id)?.map(|row| super::state_of(&row)).transpose()?;
            if state.is_some_and(|state| state.pemeriksaan.pemeriksa.as_ref() == Some(to)) {
                return refused(
                    "Pemeriksa fisik dan pemeriksa dokumen harus berbeda.",
                    "Inspector and document officer must differ.",
                );
            }
            return give(tx, &at, &who, &seat, (&task, to));
        }
        tasks::assign(tx, &task.id, None, at.now())?;
        let note = Note::new("petugas.kembalikan", &who.account_id, &task.declaration_id, None);
        Ok(note.with(json!({ "dari": task.taken_by })).write(tx, &at)?)
    })
}
