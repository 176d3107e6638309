//! One case as an officer sees it.

use std::collections::BTreeMap;
use std::sync::Arc;

use declaration::levy::Assessment;
use declaration::workflow::{Event, Fact, Jalur, Refusal, Stage, State, Waiting, decide, steps, waiting};
use declaration::{Pib, figures};
use jiff::Timestamp;
use kernel::{Date, Text};
use store::declarations::Declaration;
use store::{Tx, accounts, companies, desk, events, frozen, respon, tasks};

use super::act::Tindakan;
use super::confirm::{self, RequestRow};
use super::differ::{self, Beda};
use super::dilewati::Dilewati;
use super::manifes::{self, ManifestRow};
use super::{case_of, desk as seat};
use crate::access::Actor;
use crate::jobs::parse_frozen;
use crate::lampiran::{self, FileRow};
use crate::process::{Env, function, officer, word};
use crate::reference::Day;
use crate::{App, Error, letter};

/// Most events of a timeline.
const MOST_EVENTS: u32 = 2_000;
/// Past declarations of the company that are shown.
const PAST: u32 = 20;

/// Something that happened.
#[derive(Debug, Clone)]
pub struct EventRow {
    /// Kind of event, as stored.
    pub jenis: String,
    /// Name of the step, when the declarant sees one.
    pub step: Option<Text>,
    /// When.
    pub at: Timestamp,
    /// Who: a person's name, or a party.
    pub who: String,
    /// What it carries.
    pub fact: Fact,
}

/// A letter.
#[derive(Debug, Clone)]
pub struct LetterRow {
    /// For addresses.
    pub id: String,
    /// Response code.
    pub kode: String,
    /// Short name.
    pub nama: String,
    /// Number.
    pub nomor: Option<String>,
    /// When.
    pub at: Timestamp,
    /// A newer one of its kind replaced it.
    pub replaced: bool,
}

/// An earlier declaration of the company here.
#[derive(Debug, Clone)]
pub struct PastCase {
    /// 26 characters.
    pub nomor_aju: String,
    /// Registration.
    pub daftar: Option<(String, Option<Date>)>,
    /// Channel.
    pub jalur: Option<Jalur>,
    /// Where it stands.
    pub stage: Stage,
    /// A determination changed it.
    pub sptnp: bool,
    /// The inspection found something else.
    pub tidak_sesuai: bool,
}

/// The company's past at this office.
#[derive(Debug, Clone, Default)]
pub struct Past {
    /// Newest first.
    pub rows: Vec<PastCase>,
}

/// An act that the workflow offers this officer, or refuses for a reason worth saying.
#[derive(Debug, Clone)]
pub struct Possible {
    /// Which.
    pub act: Tindakan,
    /// Why not now.
    pub refusal: Option<Text>,
}

/// An open task of the case.
#[derive(Debug, Clone)]
pub struct TaskRow {
    /// For addresses.
    pub id: String,
    /// Whose function, for a reader.
    pub function: Text,
    /// The reader's own function.
    pub own: bool,
    /// Since when.
    pub since: Timestamp,
    /// Until when.
    pub due: Option<Timestamp>,
    /// Who took it: account and name.
    pub taker: Option<(String, String)>,
}

/// A case.
pub struct Case {
    /// The root.
    pub row: Declaration,
    /// Where it stands.
    pub state: State,
    /// What it waits for.
    pub waiting: Option<Waiting>,
    /// The importer: name and NPWP.
    pub perusahaan: (String, String),
    /// The document as last sent.
    pub doc: Arc<Pib>,
    /// Its levies by the day of its registration.
    pub assessment: Assessment,
    /// Reference data of that day.
    pub day: Arc<Day>,
    /// Oldest first.
    pub events: Vec<EventRow>,
    /// Newest first.
    pub letters: Vec<LetterRow>,
    /// Files.
    pub files: Vec<FileRow>,
    /// Manifest position.
    pub manifest: Option<ManifestRow>,
    /// The company's past here.
    pub past: Past,
    /// Open tasks.
    pub tasks: Vec<TaskRow>,
    /// What the officer can do.
    pub acts: Vec<Possible>,
    /// What waits for a second officer.
    pub request: Option<RequestRow>,
    /// Name of the appointed inspector.
    pub inspector: Option<String>,
    /// What the inspection found, once its report is signed.
    pub beda: Option<Beda>,
}

/// Opens a case.
pub fn open(app: &App, actor: &Actor, aju: &str) -> Result<Case, Error> {
    seat(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    let raw = app.db().read(move |tx| Raw::load(tx, &who, &number))?;
    let files = lampiran::list(app, actor, aju)?;
    let doc = Arc::new(raw.doc);
    let day = judged(app, &raw.row)?;
    let assessment = figures::assess(&doc, &day.snapshot, &day.params, day.today);
    let env = Env::of(app, raw.row.kode_kantor.parse().ok(), None)?;
    let acts = possible(&raw.state, actor, &env);
    let waiting = waiting(&raw.state, &env.context());
    Ok(Case {
        waiting,
        perusahaan: raw.company,
        doc,
        assessment,
        day,
        events: raw.events,
        letters: raw.letters,
        files,
        manifest: raw.manifest,
        past: raw.past,
        tasks: raw.tasks,
        acts,
        request: raw.request,
        inspector: raw.inspector,
        beda: raw.beda,
        state: raw.state,
        row: raw.row,
    })
}

/// Reference data by which a document was accepted, on the day of its registration.
pub(super) fn judged(app: &App, row: &Declaration) -> Result<Arc<Day>, Error> {
    let env = Env::of(app, row.kode_kantor.parse().ok(), None)?;
    let day = row.tanggal_daftar.unwrap_or_else(|| env.today());
    app.current().day_of(app.db(), row.reference_version.max(1), day)
}

struct Raw {
    row: Declaration,
    state: State,
    doc: Pib,
    company: (String, String),
    events: Vec<EventRow>,
    letters: Vec<LetterRow>,
    manifest: Option<ManifestRow>,
    past: Past,
    tasks: Vec<TaskRow>,
    request: Option<RequestRow>,
    inspector: Option<String>,
    beda: Option<Beda>,
}

impl Raw {
    fn load(tx: &mut dyn Tx, actor: &Actor, aju: &str) -> Result<Self, Error> {
        let (row, state) = case_of(tx, actor, aju)?;
        let mut names = Names::default();
        let company = companies::by_id(tx, &row.company_id)?;
        let body = frozen::latest(tx, &row.id)?.map(|f| f.body);
        let doc = body.as_deref().map_or_else(|| Ok(Pib::default()), parse_frozen)?;
        let beda = match state.pemeriksaan.sesuai {
            Some(_) => Some(differ::load(tx, &row, &doc)?),
            None => None,
        };
        let events = happened(tx, &row, &mut names)?;
        let letters = letters(tx, &row)?;
        let past = desk::past(tx, &row.company_id, &row.kode_kantor, &row.id, PAST)?;
        let past = past.iter().map(earlier).collect::<Result<Vec<_>, Error>>()?;
        let tasks = open_tasks(tx, actor, &row, &mut names)?;
        let request = desk::open_request(tx, &row.id)?;
        let request = request.map(|one| confirm::shown(tx, actor, &one, &row)).transpose()?;
        let inspector = match state.pemeriksaan.pemeriksa.as_deref() {
            Some(id) => Some(names.of(tx, id)?),
            None => None,
        };
        let manifest = manifes::position(tx, &row, body.as_deref(), state.pos.as_deref())?;
        let company = company.map(|c| (c.name, c.npwp)).unwrap_or_default();
        Ok(Self {
            row,
            state,
            doc,
            company,
            events,
            letters,
            manifest,
            past: Past { rows: past },
            tasks,
            request,
            inspector,
            beda,
        })
    }
}

/// Names of accounts, each looked up once.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    /// The name of an account; the id itself when there is none, as for partners and the system.
    pub fn of(&mut self, tx: &mut dyn Tx, id: &str) -> Result<String, Error> {
        if let Some(known) = self.0.get(id) {
            return Ok(known.clone());
        }
        let name = accounts::by_id(tx, id)?.map_or_else(|| id.to_owned(), |account| account.display_name);
        self.0.insert(id.to_owned(), name.clone());
        Ok(name)
    }
}

/// All events of a declaration, oldest first.
pub(super) fn happened(tx: &mut dyn Tx, row: &Declaration, names: &mut Names) -> Result<Vec<EventRow>, Error> {
    let mut out = Vec::new();
    for stored in events::load(tx, &row.id, 0, MOST_EVENTS)? {
        let event: Event = serde_json::from_str(&stored.body).map_err(|e| Error::Broken(e.to_string()))?;
        let who = names.of(tx, &event.oleh.pengguna)?;
        let step = steps(&event).map(|step| step.nama);
        out.push(EventRow { jenis: stored.jenis, step, at: event.waktu, who, fact: event.isi });
    }
    Ok(out)
}

fn letters(tx: &mut dyn Tx, row: &Declaration) -> Result<Vec<LetterRow>, Error> {
    let mut out = Vec::new();
    for one in respon::of_declaration(tx, &row.id)? {
        out.push(LetterRow {
            nama: letter::title(&one.kode_respon).0.to_owned(),
            id: one.id,
            kode: one.kode_respon,
            nomor: one.nomor_respon,
            at: one.at,
            replaced: one.superseded_by.is_some(),
        });
    }
    out.reverse();
    Ok(out)
}

fn earlier(row: &Declaration) -> Result<PastCase, Error> {
    let state = super::state_of(row)?;
    Ok(PastCase {
        nomor_aju: row.nomor_aju.clone(),
        daftar: row.nomor_daftar.clone().map(|nomor| (nomor, row.tanggal_daftar)),
        jalur: state.jalur,
        stage: state.tahap,
        sptnp: state.sptnp.is_some(),
        tidak_sesuai: state.pemeriksaan.sesuai == Some(false),
    })
}

fn open_tasks(tx: &mut dyn Tx, actor: &Actor, row: &Declaration, names: &mut Names) -> Result<Vec<TaskRow>, Error> {
    let own = function(actor.role).map(|role| word(&role)).unwrap_or_default();
    let mut out = Vec::new();
    for task in tasks::open_tasks(tx, &row.id)? {
        let taker = match task.taken_by {
            Some(id) => Some((id.clone(), names.of(tx, &id)?)),
            None => None,
        };
        out.push(TaskRow {
            own: task.function == own,
            function: super::queue::function_label(&task.function),
            id: task.id,
            since: task.since,
            due: task.due,
            taker,
        });
    }
    Ok(out)
}

impl Case {
    /// What this act would override.
    pub fn overrides(&self, act: Tindakan) -> Option<Dilewati> {
        match act {
            Tindakan::Lepas => self.beda.clone().map(Dilewati::Beda),
            _ => Dilewati::read(act, &self.row, &self.state, self.manifest.as_ref()),
        }
    }
}

/// What the workflow says to each act of this officer now.
fn possible(state: &State, actor: &Actor, env: &Env) -> Vec<Possible> {
    let Some(who) = officer(actor) else { return Vec::new() };
    let mut out = Vec::new();
    for act in Tindakan::ALL {
        let Some(action) = act.sample(state) else { continue };
        if actor.may(crate::act::use_case(&action)).is_err() {
            continue;
        }
        match decide(state, who.does(action), &env.context()) {
            Ok(_) => out.push(Possible { act: *act, refusal: None }),
            Err(Refusal::Final | Refusal::NotNow { .. } | Refusal::WrongRole { .. } | Refusal::GoodsLeft) => {}
            Err(refusal) => out.push(Possible { act: *act, refusal: Some(refusal.text()) }),
        }
    }
    out
}

/// Passes when the case is one of the officer's.
pub fn check(app: &App, actor: &Actor, aju: &str) -> Result<(), Error> {
    seat(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    app.db().read(move |tx| case_of(tx, &who, &number).map(drop))
}
