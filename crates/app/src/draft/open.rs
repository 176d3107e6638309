//! A draft as its recorder sees it: as typed, as it would be sent, and what there is to say about it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use declaration::layout::Bagian;
use declaration::levy::Assessment;
use declaration::workflow::{Stage, State};
use declaration::{Pib, figures};
use jiff::Timestamp;
use kernel::{Findings, NomorAju};
use store::declarations::Declaration;
use store::parts::{self, Part};
use store::{Tx, companies, frozen};

use super::kept::Read;
use super::parts::{LINES, parts_of, split};
use crate::access::{Actor, UseCase};
use crate::declaration::{find, gather};
use crate::jobs::parse_frozen;
use crate::reference::{Day, office_day};
use crate::{App, Error};

/// One goods line: its key for as long as the draft lives, and what a reader saw of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Key.
    pub key: u32,
    /// Word of its content.
    pub mark: String,
}

/// A draft.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its number.
    pub nomor_aju: NomorAju,
    /// Where it stands.
    pub stage: Stage,
    /// Whether it can be changed now.
    pub editable: bool,
    /// The company that declares: name and NPWP.
    pub perusahaan: (String, String),
    /// Last change.
    pub updated: Timestamp,
    /// As typed.
    pub typed: Arc<Pib>,
    /// With every figure that follows from others.
    pub full: Arc<Pib>,
    /// Keys of `typed.barang`, in order.
    pub lines: Arc<[Line]>,
    /// Words of the sections, for saving.
    pub marks: Arc<BTreeMap<Bagian, String>>,
    /// Sections in which something was recorded; the others hold at most what the company's data say.
    pub touched: Arc<BTreeSet<Bagian>>,
    /// The word of all of it, for sending.
    pub mark: String,
    /// What the rules say of `full`.
    pub findings: Arc<Findings>,
    /// Its levies.
    pub assessment: Arc<Assessment>,
    /// Reference data of the judgement.
    pub day: Arc<Day>,
}

/// The parts of a draft; of one that was sent before, those of what was sent.
pub(super) fn load(tx: &mut dyn Tx, row: &Declaration) -> Result<Vec<Part>, Error> {
    let rows = parts::load(tx, &row.id)?;
    if !rows.is_empty() {
        return Ok(rows);
    }
    let Some(sent) = frozen::latest(tx, &row.id)? else { return Ok(Vec::new()) };
    let mut rows: Vec<Part> = split(&parse_frozen(&sent.body)?)
        .into_iter()
        .map(|(part, seq, body)| Part { part, seq, body, version: 0 })
        .collect();
    rows.sort_by(|a, b| (&a.part, a.seq).cmp(&(&b.part, b.seq)));
    Ok(rows)
}

pub(super) fn state_of(row: &Declaration) -> Result<State, Error> {
    serde_json::from_str(&row.state).map_err(|e| Error::Broken(e.to_string()))
}

/// Stages in which the declarant may change the document; the last two become a correction with the first change.
pub(super) fn is_open(stage: Stage) -> bool {
    matches!(stage, Stage::Recording | Stage::Correcting | Stage::Rejected | Stage::ReturnedByInsw)
}

/// The day at the draft's office.
pub(super) fn day(app: &App, office: &str) -> Result<Arc<Day>, Error> {
    let now = app.now();
    let day = app.current().day(app.db(), now, office_day(now, "WIB"))?;
    let zone = day.snapshot.kantor(office).map_or("WIB", |k| k.zona_waktu());
    let today = office_day(now, zone);
    if today == day.today { Ok(day) } else { app.current().day(app.db(), now, today) }
}

/// The draft with its computed figures.
pub(super) fn complete(doc: &Pib, aju: NomorAju, day: &Day) -> Pib {
    let mut full = doc.clone();
    full.nomor_aju = declaration::Field::Good(aju);
    for (index, goods) in full.barang.iter_mut().enumerate() {
        if let Some(seri) = kernel::Seri::of_index(index) {
            goods.seri_barang = declaration::Field::Good(seri);
        }
    }
    figures::complete(&mut full, &day.snapshot, &day.params, day.today);
    full
}

/// Whether somebody recorded something in a section: a new draft has only headers and parties, in their first version.
pub(super) fn is_touched(rows: &[Part], bagian: Bagian) -> bool {
    let given = |part: &str| part == "entitas" || part.starts_with("header");
    let own = |part: &str| match bagian {
        Bagian::Barang => part == LINES,
        _ => parts_of(bagian).any(|name| name == part),
    };
    let bare = rows.iter().all(|row| given(&row.part));
    rows.iter().filter(|row| own(&row.part)).any(|row| row.version != 1 || !given(&row.part) || !bare)
}

/// Opens a document for reading or recording.
pub fn open(app: &App, actor: &Actor, nomor_aju: &str) -> Result<Draft, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (at, who, aju) = (app.clone(), actor.clone(), nomor_aju.to_owned());
    let (row, kept, company) = app.db().read(move |tx| {
        let row = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let kept = match at.drafts().get(&row.id, row.version) {
            Some(kept) => Ok(kept),
            None => Err(load(tx, &row)?),
        };
        let company = companies::by_id(tx, &row.company_id)?.ok_or(Error::NotFound)?;
        Ok::<_, Error>((row, kept, company))
    })?;
    let nomor_aju: NomorAju = row.nomor_aju.parse().map_err(|_| Error::Broken("nomor aju".into()))?;
    let read = match kept {
        Ok(kept) => kept,
        Err(rows) => Arc::new(Read::of(&rows)?),
    };
    let day = day(app, &read.office)?;
    let read = if read.day.as_ref().is_some_and(|known| Arc::ptr_eq(known, &day)) {
        read
    } else {
        Arc::new(read.completed(nomor_aju, &day))
    };
    let (look, sender, when) = (Arc::clone(&read.full), actor.npwp.clone(), (day.today, app.settings().demo));
    let facts = app.db().read(move |tx| gather(tx, &look, sender.as_deref(), when))?;
    let read = if read.judgement.as_ref().is_some_and(|known| known.facts == facts) {
        read
    } else {
        Arc::new(read.judged(facts, &day))
    };
    app.drafts().keep(&row.id, row.version, &read);
    let judgement = read.judgement.clone().ok_or_else(|| Error::Broken("no judgement".into()))?;
    let stage = state_of(&row)?.tahap;
    Ok(Draft {
        nomor_aju,
        stage,
        editable: is_open(stage) && actor.may(UseCase::RecordDeclaration).is_ok(),
        perusahaan: (company.name, company.npwp),
        updated: row.updated,
        typed: Arc::clone(&read.typed),
        full: Arc::clone(&read.full),
        lines: Arc::clone(&read.lines),
        marks: Arc::clone(&read.marks),
        touched: Arc::clone(&read.touched),
        mark: read.mark.clone(),
        findings: judgement.findings,
        assessment: judgement.assessment,
        day,
    })
}
