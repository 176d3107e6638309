//! The officers' desk: the queue of an office, cases as officers see them, and what they do with them.
//!
//! Whose turn it is follows from the workflow; a task belongs to a function until somebody takes it. What overrides a check
//! of the system is confirmed by a second officer before it happens.

mod act;
mod case;
mod confirm;
mod differ;
mod dilewati;
mod inspect;
mod inspect_letters;
mod inspect_order;
mod inspect_step;
mod inspect_words;
mod manifes;
mod queue;
mod ruling;
mod share;
mod trail;

pub use act::{Hasil, Isian, Tindakan, perform};
pub use case::{Case, EventRow, LetterRow, Past, PastCase, Possible, TaskRow, check, open};
pub use confirm::{RequestRow, decide, decides, pending};
pub use differ::{Beda, BedaBarang, container_differs};
pub use dilewati::Dilewati;
pub use inspect::{
    Kontainer, Pemeriksaan, Rekaman, Surat, Tanda, Temuan, draft as inspection, save as save_inspection, sign,
};
pub use inspect_order::Instruksi;
pub use inspect_step::{Langkah, Umum};
pub use manifes::ManifestRow;
pub use queue::{Counts, Pick, Queue, QueueRow, function_label, next, queue, take};
pub use ruling::{Baris, Lembar, issue as issue_determination, save as save_determination, sheet as determination};
pub use share::{Colleague, Moved, colleagues, hand_over, move_all};
pub use trail::{TrailRow, What, trail};

use declaration::workflow::State;
use kernel::{Finding, Pointer, Severity, Text};
use store::declarations::Declaration;
use store::tasks::{self, OfficerTask};
use store::{Tx, accounts};

use crate::Error;
use crate::access::{Actor, UseCase};
use crate::declaration::find;
use crate::process::{function, word};

/// Longest text that an officer writes, characters.
pub const LONGEST: usize = 4_000;

/// A datum of a form that has to be mended; its pointer is the name of the field.
fn wrong(field: &str, text: Text) -> Finding {
    Finding {
        code: "PETUGAS".into(),
        severity: Severity::Reject,
        pointer: Pointer::new(field),
        message: text,
        law: "".into(),
    }
}

/// An officer's case: a declaration of his office that was sent. Missing and foreign look the same.
fn case_of(tx: &mut dyn Tx, actor: &Actor, aju: &str) -> Result<(Declaration, State), Error> {
    let office = actor.office.as_deref().ok_or(Error::NotFound)?;
    let row = find(tx, actor, aju)?.filter(|row| row.kode_kantor == office).ok_or(Error::NotFound)?;
    let state = state_of(&row)?;
    // A draft is its owner's alone until it is sent.
    if state.kiriman == 0 { Err(Error::NotFound) } else { Ok((row, state)) }
}

fn state_of(row: &Declaration) -> Result<State, Error> {
    serde_json::from_str(&row.state).map_err(|e| Error::Broken(e.to_string()))
}

/// Passes an officer with an office.
fn desk(actor: &Actor) -> Result<String, Error> {
    actor.may(UseCase::WorkDesk)?;
    actor.office.clone().ok_or(Error::Denied("petugas tanpa kantor"))
}

/// The word of the actor's function in the queue.
fn function_word(actor: &Actor) -> Result<String, Error> {
    function(actor.role).map(|role| word(&role)).ok_or(Error::Denied("bukan petugas"))
}

/// The open task of the actor's function. Refuses when a colleague holds it; takes it when nobody does.
fn hold(tx: &mut dyn Tx, actor: &Actor, row: &Declaration, now: jiff::Timestamp) -> Result<(), Error> {
    let function = function_word(actor)?;
    let open = tasks::open_tasks(tx, &row.id)?;
    let Some(task) = open.into_iter().find(|task| task.function == function) else { return Ok(()) };
    if task.taken_by.is_none() {
        tasks::assign(tx, &task.id, Some(&actor.account_id), now)?;
        return Ok(());
    }
    held_by_another(tx, actor, &task)
}

fn held_by_another(tx: &mut dyn Tx, actor: &Actor, task: &OfficerTask) -> Result<(), Error> {
    let Some(holder) = task.taken_by.as_deref().filter(|id| *id != actor.account_id) else { return Ok(()) };
    let name = accounts::by_id(tx, holder)?.map(|account| account.display_name).unwrap_or_default();
    Err(Error::Refused(Text::made(
        format!("Sedang dikerjakan {name}. Minta diserahkan dulu, atau minta kepala kantor membaginya ulang."),
        format!("{name} works on this. Have it handed over first, or have the head of office reassign it."),
    )))
}

/// Without blanks at its ends and control characters, not longer than that; line breaks stay.
fn tidy(text: &str, longest: usize) -> String {
    let keep = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
    text.replace("\r\n", "\n").chars().map(keep).take(longest).collect::<String>().trim().to_owned()
}
