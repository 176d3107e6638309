//! The queue of an office: what is due first comes first.

use declaration::workflow::{Jalur, Role, Stage};
use jiff::Timestamp;
use kernel::{Date, Text};
use serde::de::DeserializeOwned;
use serde_json::json;
use store::tasks;

use super::{case_of, desk, function_word, held_by_another};
use crate::access::{self, Actor};
use crate::account::Note;
use crate::{App, Error};

/// Most tasks that are read.
const MOST: u32 = 1_000;

/// Which tasks are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pick {
    /// The reader's own and those nobody took.
    #[default]
    Kerja,
    /// Those the reader took.
    Milik,
    /// Those nobody took.
    Bebas,
    /// All.
    Semua,
}

/// One task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// For addresses.
    pub id: String,
    /// 26 characters.
    pub nomor_aju: String,
    /// Function, as stored.
    pub function: String,
    /// Registration.
    pub daftar: Option<(String, Option<Date>)>,
    /// Channel.
    pub jalur: Option<Jalur>,
    /// Where the document stands.
    pub stage: Stage,
    /// Importer.
    pub importir: String,
    /// Waiting since.
    pub since: Timestamp,
    /// Due.
    pub due: Option<Timestamp>,
    /// Name of whoever took it.
    pub taker: Option<String>,
    /// The reader took it.
    pub mine: bool,
}

/// How many there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All.
    pub semua: usize,
    /// The reader's.
    pub milik: usize,
    /// Nobody's.
    pub bebas: usize,
    /// Past their deadline.
    pub lewat: usize,
}

/// A queue.
#[derive(Debug, Clone, Default)]
pub struct Queue {
    /// Most urgent first.
    pub rows: Vec<QueueRow>,
    /// Of the whole queue, before the filter.
    pub counts: Counts,
    /// Requests that this officer may confirm.
    pub requests: usize,
    /// More tasks than are read.
    pub more: bool,
}

/// The name of a function's stored word.
pub fn function_label(word: &str) -> Text {
    let role: Option<Role> = parse(word);
    role.map_or_else(|| Text::made(word.to_owned(), word.to_owned()), Role::label)
}

fn parse<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(json!(word)).ok()
}

/// The reader's queue; the head of the office sees those of all functions.
pub fn queue(app: &App, actor: &Actor, pick: Pick) -> Result<Queue, Error> {
    let office = desk(actor)?;
    let now = app.now();
    let function = if actor.role == access::Role::Kepala { None } else { Some(function_word(actor)?) };
    let me = actor.account_id.clone();
    let found = app.db().read(move |tx| tasks::urgent(tx, &office, function.as_deref(), MOST))?;
    let more = found.len() >= MOST as usize;
    let mut rows: Vec<QueueRow> = found.into_iter().map(|row| shown(row, &me)).collect();
    let late = |row: &&QueueRow| row.due.is_some_and(|due| due <= now);
    let counts = Counts {
        semua: rows.len(),
        milik: rows.iter().filter(|row| row.mine).count(),
        bebas: rows.iter().filter(|row| row.taker.is_none()).count(),
        lewat: rows.iter().filter(late).count(),
    };
    rows.retain(|row| match pick {
        Pick::Kerja => row.mine || row.taker.is_none() || actor.role == access::Role::Kepala,
        Pick::Milik => row.mine,
        Pick::Bebas => row.taker.is_none(),
        Pick::Semua => true,
    });
    let requests = super::confirm::count(app, actor)?;
    Ok(Queue { rows, counts, requests, more })
}

fn shown(row: tasks::QueueRow, me: &str) -> QueueRow {
    QueueRow {
        mine: row.taken_by.as_deref() == Some(me),
        daftar: row.nomor_daftar.map(|nomor| (nomor, row.tanggal_daftar)),
        jalur: row.jalur.as_deref().and_then(|letter| match letter {
            "H" => Some(Jalur::Hijau),
            "K" => Some(Jalur::Kuning),
            "M" => Some(Jalur::Merah),
            _ => None,
        }),
        stage: parse(&row.status).unwrap_or_default(),
        id: row.id,
        nomor_aju: row.nomor_aju,
        function: row.function,
        importir: row.nama_importir,
        since: row.since,
        due: row.due,
        taker: row.taker,
    }
}

/// The most urgent case of the reader's own function that he or nobody holds, other than `after`.
pub fn next(app: &App, actor: &Actor, after: Option<&str>) -> Result<Option<String>, Error> {
    let office = desk(actor)?;
    let function = function_word(actor)?;
    let me = actor.account_id.clone();
    let rows = app.db().read(move |tx| tasks::urgent(tx, &office, Some(&function), MOST))?;
    let free = |row: &&tasks::QueueRow| row.taken_by.as_deref().is_none_or(|id| id == me);
    let mut rows = rows.iter().filter(free).filter(|row| after != Some(row.nomor_aju.as_str()));
    Ok(rows.next().map(|row| row.nomor_aju.clone()))
}

/// Takes the open task of the reader's function, or puts it back.
pub fn take(app: &App, actor: &Actor, aju: &str, back: bool) -> Result<(), Error> {
    desk(actor)?;
    let (at, who, number) = (app.clone(), actor.clone(), aju.to_owned());
    let function = function_word(actor)?;
    let row = app.db().read({
        let who = actor.clone();
        move |tx| Ok::<_, Error>(case_of(tx, &who, &number)?.0)
    })?;
    app.db().write(move |tx| {
        let open = tasks::open_tasks(tx, &row.id)?;
        let task = open.into_iter().find(|task| task.function == function).ok_or_else(|| {
            Error::Refused(Text::fixed(
                "Tidak ada tugas untuk fungsi Saudara pada dokumen ini.",
                "Nothing waits for your function on this document.",
            ))
        })?;
        held_by_another(tx, &who, &task)?;
        tasks::assign(tx, &task.id, (!back).then_some(who.account_id.as_str()), at.now())?;
        let kind = if back { "petugas.kembalikan" } else { "petugas.ambil" };
        Ok(Note::new(kind, &who.account_id, &row.id, None).write(tx, &at)?)
    })
}
