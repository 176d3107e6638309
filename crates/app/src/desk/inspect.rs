//! The inspection, recorded step by step where the goods are, then signed as minutes (BAP) and report (LHP).
//!
//! Each step is saved by itself and may be sent twice: a telephone on a weak line repeats what it is unsure of. What the
//! declaration says is there already; the inspector says what is different.

use declaration::Pib;
use declaration::workflow::{Action, Fact, Stage, State, Tingkat};
use jiff::Timestamp;
use kernel::{Dec4, KodeHs, Text};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::declarations::Declaration;
use store::desk::Draft as Stored;
use store::{Tx, desk, events, frozen, respon};

use super::case::{Names, judged};
use super::inspect_letters::Went;
use super::inspect_order::Instruksi;
use super::inspect_step::{Langkah, Umum};
use super::{LONGEST, case_of, desk as seat, hold, tidy};
use crate::access::{Actor, Role, UseCase};
use crate::account::Note;
use crate::act::act_with;
use crate::jobs::parse_frozen;
use crate::lampiran::{self, Kind};
use crate::reference::office_day;
use crate::surat::NomorTanggal;
use crate::{App, Error};

/// Kind of the draft.
pub(super) const KIND: &str = "PERIKSA";

/// A container as met.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kontainer {
    /// Declared number.
    pub nomor: String,
    /// Size in feet, as declared.
    pub ukuran: String,
    /// Number met, when it is another one.
    pub nomor_ditemukan: String,
    /// Seal number.
    pub segel: String,
    /// The seal was whole; none: not looked at yet.
    pub segel_utuh: Option<bool>,
    /// Remark.
    pub catatan: String,
}

/// A goods line as found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Temuan {
    /// Line number from 1.
    pub seri: u32,
    /// As declared; none: not looked at yet.
    pub sesuai: Option<bool>,
    /// Quantity found, when another.
    pub jumlah: Option<Dec4>,
    /// HS code that the inspector thinks right, when another.
    pub pos_tarif: Option<KodeHs>,
    /// Description found, when another.
    pub uraian: String,
    /// Origin found, two letters.
    pub negara: String,
    /// Condition found, code 1–8.
    pub kondisi: String,
    /// Remark.
    pub catatan: String,
}

/// All that is recorded of an inspection.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pemeriksaan {
    /// Where.
    pub lokasi: String,
    /// Begin.
    pub mulai: Option<Timestamp>,
    /// End: the signing of the minutes.
    pub selesai: Option<Timestamp>,
    /// Who was present for the importer.
    pub saksi_nama: String,
    /// His capacity.
    pub saksi_jabatan: String,
    /// Packages opened, in words.
    pub kemasan_dibuka: String,
    /// Samples, in words.
    pub contoh: String,
    /// Containers.
    pub kontainer: Vec<Kontainer>,
    /// Goods.
    pub barang: Vec<Temuan>,
    /// Text of the minutes.
    pub uraian: String,
    /// Conclusion of the report.
    pub kesimpulan: String,
    /// Level of the instruction.
    pub tingkat: Option<Tingkat>,
}

impl Pemeriksaan {
    /// Whether every container was looked at.
    pub fn containers_done(&self) -> bool {
        self.kontainer.iter().all(|one| one.segel_utuh.is_some())
    }

    /// Whether every goods line was looked at.
    pub fn goods_done(&self) -> bool {
        self.barang.iter().all(|one| one.sesuai.is_some())
    }

    /// Whether everything looked at agrees with the declaration.
    pub fn agrees(&self) -> bool {
        let container = |one: &Kontainer| one.nomor_ditemukan.is_empty() && one.segel_utuh != Some(false);
        self.kontainer.iter().all(container) && self.barang.iter().all(|one| one.sesuai != Some(false))
    }
}

/// A letter of the inspection, in the order of their signing; the begin is the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Surat {
    /// The inspection begins.
    Mulai,
    /// Minutes.
    Bap,
    /// Report.
    Lhp,
}

impl Surat {
    /// The word in forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mulai => "mulai",
            Self::Bap => "bap",
            Self::Lhp => "lhp",
        }
    }

    /// What a word means.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Mulai, Self::Bap, Self::Lhp].into_iter().find(|one| one.word() == word)
    }

    /// What comes next at a stage.
    pub fn due(stage: Stage) -> Option<Self> {
        match stage {
            Stage::AwaitPackages | Stage::AwaitInspection => Some(Self::Mulai),
            Stage::Inspecting => Some(Self::Bap),
            Stage::AwaitLhp => Some(Self::Lhp),
            _ => None,
        }
    }

    /// Whether it was done before.
    fn past(self, state: &State) -> bool {
        match (self, Self::due(state.tahap)) {
            (_, Some(due)) => self < due,
            (_, None) => state.pemeriksaan.sesuai.is_some(),
        }
    }
}

/// What is signed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tanda {
    /// Which letter was meant; none: whichever comes next.
    pub surat: Option<Surat>,
    /// What stood beside the minutes when they were signed; saved with them.
    pub umum: Option<Umum>,
    /// Wording of the report.
    pub kesimpulan: String,
}

/// What the workflow is asked next for an inspection.
pub(super) fn next_action(state: &State) -> Option<Action> {
    let x = || "x".to_owned();
    Some(match Surat::due(state.tahap)? {
        Surat::Mulai => Action::StartInspection,
        Surat::Bap => Action::RecordBap { uraian: x() },
        Surat::Lhp => Action::RecordLhp { sesuai: true, uraian: x() },
    })
}

/// A record with the document beside it.
#[derive(Debug, Clone)]
pub struct Rekaman {
    /// What is recorded.
    pub isi: Pemeriksaan,
    /// Where the document stands.
    pub stage: Stage,
    /// The document.
    pub doc: std::sync::Arc<Pib>,
    /// Whether this officer records it.
    pub own: bool,
    /// Name of the appointed inspector.
    pub pemeriksa: Option<String>,
    /// Whether the goods are as declared, once the report is signed.
    pub sesuai: Option<bool>,
    /// The instruction, once it was issued.
    pub instruksi: Option<Instruksi>,
}

/// The record so far, filled with what the declaration says.
pub fn draft(app: &App, actor: &Actor, aju: &str) -> Result<Rekaman, Error> {
    seat(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    app.db().read(move |tx| {
        let (row, state) = case_of(tx, &who, &number)?;
        let doc = document(tx, &row)?;
        let isi = load(tx, &row, &doc)?.0;
        let appointed = state.pemeriksaan.pemeriksa.as_deref();
        let own = who.role == Role::Pfpb && appointed == Some(who.account_id.as_str());
        let pemeriksa = appointed.map(|id| Names::default().of(tx, id)).transpose()?;
        let instruksi = Instruksi::load(tx, &row, &doc)?;
        let (stage, sesuai) = (state.tahap, state.pemeriksaan.sesuai);
        Ok(Rekaman { isi, stage, doc: std::sync::Arc::new(doc), own, pemeriksa, sesuai, instruksi })
    })
}

fn document(tx: &mut dyn Tx, row: &Declaration) -> Result<Pib, Error> {
    let body = frozen::latest(tx, &row.id)?.map(|f| f.body);
    body.as_deref().map_or_else(|| Ok(Pib::default()), parse_frozen)
}

/// What is stored, with a row for every container and goods line of the document; and its version.
pub(super) fn load(tx: &mut dyn Tx, row: &Declaration, doc: &Pib) -> Result<(Pemeriksaan, u32), Error> {
    let stored = desk::draft(tx, &row.id, KIND)?;
    let version = stored.as_ref().map_or(0, |draft| draft.version);
    let mut isi: Pemeriksaan = match &stored {
        Some(draft) => serde_json::from_str(&draft.body).map_err(|e| Error::Broken(e.to_string()))?,
        None => Pemeriksaan::default(),
    };
    for container in &doc.kontainer {
        let nomor = container.nomor_kontainer.good().map(ToString::to_string).unwrap_or_default();
        if !nomor.is_empty() && isi.kontainer.iter().all(|known| known.nomor != nomor) {
            let ukuran = container.kode_ukuran_kontainer.good().map(ToString::to_string).unwrap_or_default();
            isi.kontainer.push(Kontainer { nomor, ukuran, ..Kontainer::default() });
        }
    }
    for index in 0..doc.barang.len() {
        let seri = seri(doc, index);
        if isi.barang.iter().all(|known| known.seri != seri) {
            isi.barang.push(Temuan { seri, ..Temuan::default() });
        }
    }
    isi.barang.sort_by_key(|one| one.seri);
    if isi.tingkat.is_none() {
        isi.tingkat = level(tx, row)?;
    }
    Ok((isi, version))
}

/// The number of a goods line.
pub(super) fn seri(doc: &Pib, index: usize) -> u32 {
    let typed = doc.barang.get(index).and_then(|goods| goods.seri_barang.value()).map(kernel::Seri::get);
    typed.unwrap_or_else(|| u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1))
}

fn level(tx: &mut dyn Tx, row: &Declaration) -> Result<Option<Tingkat>, Error> {
    for stored in events::load(tx, &row.id, 0, 10_000)?.into_iter().rev().filter(|e| e.jenis == "instruction_issued") {
        let event: declaration::workflow::Event =
            serde_json::from_str(&stored.body).map_err(|e| Error::Broken(e.to_string()))?;
        if let Fact::InstructionIssued { tingkat } = event.isi {
            return Ok(Some(tingkat));
        }
    }
    Ok(None)
}

/// Saves one step.
pub fn save(app: &App, actor: &Actor, aju: &str, step: Langkah) -> Result<(), Error> {
    actor.may(UseCase::RecordInspection)?;
    seat(actor)?;
    let step = step.clean()?;
    let (who, number) = (actor.clone(), aju.to_owned());
    let (row, state, doc) = app.db().read(move |tx| {
        let (row, state) = case_of(tx, &who, &number)?;
        let doc = document(tx, &row)?;
        Ok::<_, Error>((row, state, doc))
    })?;
    may_record(actor, &state)?;
    let day = judged(app, &row)?;
    step.fits(state.tahap, &day)?;
    let (at, who) = (app.clone(), actor.clone());
    app.db().write(move |tx| {
        let (mut isi, version) = load(tx, &row, &doc)?;
        step.put(&mut isi)?;
        store(tx, &at, &who, &row, (&isi, version))
    })
}

fn store(
    tx: &mut dyn Tx,
    app: &App,
    actor: &Actor,
    row: &Declaration,
    (isi, version): (&Pemeriksaan, u32),
) -> Result<(), Error> {
    let draft = Stored {
        declaration_id: row.id.clone(),
        kind: KIND.to_owned(),
        body: serde_json::to_string(isi).map_err(|e| Error::Broken(e.to_string()))?,
        version,
        updated: app.now(),
        updated_by: actor.account_id.clone(),
    };
    if desk::save_draft(tx, &draft)? {
        return Ok(());
    }
    Err(Error::Refused(Text::fixed(
        "Rekaman ini baru saja diubah dari tempat lain. Buka lagi lalu simpan.",
        "This record was changed elsewhere a moment ago. Open it again, then save.",
    )))
}

fn may_record(actor: &Actor, state: &State) -> Result<(), Error> {
    if Surat::due(state.tahap).is_none() {
        return Err(Error::Refused(Text::fixed(
            "Pemeriksaan barang belum dimulai atau sudah selesai.",
            "The inspection has not begun, or is over.",
        )));
    }
    if !mine(actor, state) {
        return Err(Error::Refused(declaration::workflow::Refusal::NotAppointed.text()));
    }
    Ok(())
}

/// Does the next of three things: begins, signs the minutes, signs the report. What was signed before is not signed
/// again: a telephone that is unsure sends twice.
pub fn sign(app: &App, actor: &Actor, aju: &str, paper: Tanda) -> Result<Surat, Error> {
    actor.may(UseCase::RecordInspection)?;
    seat(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    let (row, state, mut isi, version, letters) = app.db().read(move |tx| {
        let (row, state) = case_of(tx, &who, &number)?;
        let doc = document(tx, &row)?;
        let (isi, version) = load(tx, &row, &doc)?;
        let of = |tx: &mut dyn Tx, code| Ok::<_, Error>(respon::latest(tx, &row.id, code)?.map(|r| numbered(&r)));
        let letters = (of(tx, "2066")?, of(tx, "2008")?);
        Ok::<_, Error>((row, state, isi, version, letters))
    })?;
    if let Some(meant) = paper.surat.filter(|one| mine(actor, &state) && one.past(&state)) {
        return Ok(meant);
    }
    may_record(actor, &state)?;
    let due = Surat::due(state.tahap).ok_or(Error::NotFound)?;
    if paper.surat.is_some_and(|meant| meant != due) {
        return Err(Error::Refused(Text::fixed(
            "Tahap pemeriksaan sudah berubah. Periksa lagi halaman ini.",
            "The inspection has moved on. Look at this page again.",
        )));
    }
    let photos = lampiran::list(app, actor, aju)?.iter().filter(|f| f.kind == Kind::Foto).count();
    let went = Went { actor: actor.clone(), photos: u32::try_from(photos).unwrap_or(u32::MAX), letters };
    let (action, letter) = settle(&mut isi, due, paper, &went, app.now())?;
    let (at, who) = (app.clone(), actor.clone());
    let word = action.name();
    act_with(app, actor, &row.nomor_aju, action, letter, move |tx, row| {
        hold(tx, &who, row, at.now())?;
        store(tx, &at, &who, row, (&isi, version))?;
        let note = Note::new("petugas.tindakan", &who.account_id, &row.id, None);
        Ok(note.with(json!({ "tindakan": word })).write(tx, &at)?)
    })?;
    Ok(due)
}

/// Completes the record for a letter: the act, and what its letter prints.
fn settle(
    isi: &mut Pemeriksaan,
    due: Surat,
    paper: Tanda,
    went: &Went,
    now: Timestamp,
) -> Result<(Action, Value), Error> {
    Ok(match due {
        Surat::Mulai => {
            isi.mulai = Some(now);
            (Action::StartInspection, Value::Null)
        }
        Surat::Bap => {
            complete(isi.containers_done(), "Periksa dulu semua peti kemas.", "Look at all containers first.")?;
            if let Some(umum) = paper.umum {
                umum.clean().put(isi);
            }
            isi.selesai = Some(now);
            isi.uraian = isi.minutes_text();
            (Action::RecordBap { uraian: isi.uraian.clone() }, went.minutes(isi))
        }
        Surat::Lhp => {
            complete(isi.goods_done(), "Periksa dulu semua barang.", "Look at all goods first.")?;
            let text = tidy(&paper.kesimpulan, LONGEST);
            isi.kesimpulan = if text.is_empty() { isi.conclusion() } else { text };
            let action = Action::RecordLhp { sesuai: isi.agrees(), uraian: isi.kesimpulan.clone() };
            (action, went.report(isi))
        }
    })
}

fn mine(actor: &Actor, state: &State) -> bool {
    state.pemeriksaan.pemeriksa.as_ref() == Some(&actor.account_id)
}

fn complete(done: bool, id: &'static str, en: &'static str) -> Result<(), Error> {
    if done { Ok(()) } else { Err(Error::Refused(Text::fixed(id, en))) }
}

fn numbered(row: &store::respon::Respon) -> NomorTanggal {
    let nomor = row.nomor_respon.clone().unwrap_or_default();
    NomorTanggal { nomor, tanggal: Some(office_day(row.at, "WIB")) }
}
