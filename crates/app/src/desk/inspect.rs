//! The inspection, recorded step by step where the goods are, then signed as minutes (BAP) and report (LHP).
//!
//! Each step is saved by itself and may be sent twice: a telephone on a weak line repeats what it is unsure of. What the
//! declaration says is there already; the inspector says what is different.

use declaration::Pib;
use declaration::workflow::{Action, Fact, Stage, State, Tingkat};
use jiff::Timestamp;
use kernel::{Dec4, Findings, KodeHs, Text};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::declarations::Declaration;
use store::desk::Draft as Stored;
use store::{Tx, desk, events, frozen, respon};

use super::inspect_letters::Went;
use super::{LONGEST, case_of, desk as seat, hold, tidy, wrong};
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
/// Longest short text.
const SHORT: usize = 200;

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

    /// The minutes in words, from what was recorded: the inspector adds to them.
    pub fn minutes(&self) -> String {
        let count = self.kontainer.len();
        let broken: Vec<&str> =
            self.kontainer.iter().filter(|k| k.segel_utuh == Some(false)).map(|k| k.nomor.as_str()).collect();
        let mut lines = Vec::new();
        if count > 0 {
            lines.push(format!("Diperiksa {count} peti kemas."));
            lines.push(if broken.is_empty() {
                "Semua segel utuh.".to_owned()
            } else {
                format!("Segel tidak utuh pada {}.", broken.join(", "))
            });
        }
        let other: Vec<String> =
            self.barang.iter().filter(|b| b.sesuai == Some(false)).map(|b| b.seri.to_string()).collect();
        lines.push(if other.is_empty() {
            "Jumlah dan jenis barang sesuai pemberitahuan.".to_owned()
        } else {
            format!("Barang nomor {} tidak sesuai pemberitahuan; rinciannya dalam LHP.", other.join(", "))
        });
        lines.join("\n")
    }

    /// The conclusion in words.
    pub fn conclusion(&self) -> String {
        if self.agrees() {
            return "Jumlah dan jenis barang sesuai pemberitahuan.".to_owned();
        }
        let line = |one: &Temuan| {
            let mut parts = Vec::new();
            parts.extend(one.jumlah.map(|n| format!("jumlah ditemukan {n}")));
            parts.extend(one.pos_tarif.as_ref().map(|hs| format!("pos tarif seharusnya {hs}")));
            parts.extend(Some(&one.uraian).filter(|t| !t.is_empty()).map(|t| format!("jenis ditemukan {t}")));
            parts.extend(Some(&one.catatan).filter(|t| !t.is_empty()).cloned());
            format!("Barang {}: {}.", one.seri, if parts.is_empty() { "tidak sesuai".into() } else { parts.join("; ") })
        };
        self.barang.iter().filter(|b| b.sesuai == Some(false)).map(line).collect::<Vec<_>>().join(" ")
    }
}

/// One step of the record, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Langkah {
    /// Where and with whom.
    Umum {
        /// Where.
        lokasi: String,
        /// Witness: name and capacity.
        saksi: (String, String),
        /// Packages opened.
        kemasan_dibuka: String,
        /// Samples.
        contoh: String,
    },
    /// A container.
    Kontainer(Kontainer),
    /// A goods line.
    Barang(Temuan),
}

/// What the workflow is asked next for an inspection.
pub(super) fn next_action(state: &State) -> Option<Action> {
    let x = || "x".to_owned();
    match state.tahap {
        Stage::AwaitPackages | Stage::AwaitInspection => Some(Action::StartInspection),
        Stage::Inspecting => Some(Action::RecordBap { uraian: x() }),
        Stage::AwaitLhp => Some(Action::RecordLhp { sesuai: true, uraian: x() }),
        _ => None,
    }
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
}

/// The record so far, filled with what the declaration says.
pub fn draft(app: &App, actor: &Actor, aju: &str) -> Result<Rekaman, Error> {
    seat(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    app.db().read(move |tx| {
        let (row, state) = case_of(tx, &who, &number)?;
        let doc = document(tx, &row)?;
        let isi = load(tx, &row, &doc)?.0;
        let own = who.role == Role::Pfpb && state.pemeriksaan.pemeriksa.as_ref() == Some(&who.account_id);
        Ok(Rekaman { isi, stage: state.tahap, doc: std::sync::Arc::new(doc), own })
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
    let step = clean(step)?;
    change(app, actor, aju, move |isi| put(isi, &step))
}

/// Reads, changes and writes the record in one transaction.
fn change(
    app: &App,
    actor: &Actor,
    aju: &str,
    edit: impl Fn(&mut Pemeriksaan) -> Result<(), Error> + Send + 'static,
) -> Result<(), Error> {
    seat(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    let (row, state, doc) = app.db().read(move |tx| {
        let (row, state) = case_of(tx, &who, &number)?;
        let doc = document(tx, &row)?;
        Ok::<_, Error>((row, state, doc))
    })?;
    may_record(actor, &state)?;
    let (at, who) = (app.clone(), actor.clone());
    app.db().write(move |tx| {
        let (mut isi, version) = load(tx, &row, &doc)?;
        edit(&mut isi)?;
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
    let running =
        matches!(state.tahap, Stage::AwaitPackages | Stage::AwaitInspection | Stage::Inspecting | Stage::AwaitLhp);
    if !running {
        return Err(Error::Refused(Text::fixed(
            "Pemeriksaan barang belum dimulai atau sudah selesai.",
            "The inspection has not begun, or is over.",
        )));
    }
    if state.pemeriksaan.pemeriksa.as_ref() != Some(&actor.account_id) {
        return Err(Error::Refused(declaration::workflow::Refusal::NotAppointed.text()));
    }
    Ok(())
}

fn clean(step: Langkah) -> Result<Langkah, Error> {
    let short = |text: &str| tidy(&text.replace('\n', " "), SHORT);
    Ok(match step {
        Langkah::Umum { lokasi, saksi: (nama, jabatan), kemasan_dibuka, contoh } => Langkah::Umum {
            lokasi: short(&lokasi),
            saksi: (short(&nama), short(&jabatan)),
            kemasan_dibuka: short(&kemasan_dibuka),
            contoh: short(&contoh),
        },
        Langkah::Kontainer(one) => {
            let mut findings = Findings::new();
            if one.segel_utuh.is_none() {
                findings
                    .push(wrong("segel_utuh", Text::fixed("Pilih keadaan segel.", "Say whether the seal is whole.")));
            }
            let met = short(&one.nomor_ditemukan).to_uppercase();
            if !met.is_empty() && met.parse::<kernel::NomorKontainer>().is_err() {
                findings.push(wrong(
                    "nomor_ditemukan",
                    Text::fixed(
                        "Nomor peti kemas 4 huruf dan 7 angka, misalnya MSKU1234565.",
                        "A container number has 4 letters and 7 digits, such as MSKU1234565.",
                    ),
                ));
            }
            if !findings.is_empty() {
                return Err(Error::Findings(findings));
            }
            let met = if met == one.nomor { String::new() } else { met };
            let (segel, catatan) = (short(&one.segel), tidy(&one.catatan, 500));
            Langkah::Kontainer(Kontainer { nomor_ditemukan: met, segel, catatan, ..one })
        }
        Langkah::Barang(one) => {
            let one = Temuan {
                uraian: tidy(&one.uraian, 1_000),
                negara: short(&one.negara).to_uppercase(),
                kondisi: short(&one.kondisi),
                catatan: tidy(&one.catatan, 1_000),
                ..one
            };
            found_is_said(&one)?;
            Langkah::Barang(if one.sesuai == Some(true) {
                Temuan { seri: one.seri, sesuai: Some(true), catatan: one.catatan, ..Temuan::default() }
            } else {
                one
            })
        }
    })
}

/// A line that does not agree says in what.
fn found_is_said(one: &Temuan) -> Result<(), Error> {
    let text = match one.sesuai {
        None => Text::fixed("Pilih sesuai atau tidak sesuai.", "Say whether it agrees."),
        Some(true) => return Ok(()),
        Some(false) => {
            let nothing = one.jumlah.is_none() && one.pos_tarif.is_none();
            if !nothing || [&one.uraian, &one.negara, &one.kondisi, &one.catatan].iter().any(|t| !t.is_empty()) {
                return Ok(());
            }
            Text::fixed(
                "Tulis apa yang berbeda: jumlah, pos tarif, jenis, asal, kondisi, atau catatan.",
                "Say what differs: quantity, HS code, kind, origin, condition, or a remark.",
            )
        }
    };
    Err(Error::Findings(vec![wrong("sesuai", text)]))
}

fn put(isi: &mut Pemeriksaan, step: &Langkah) -> Result<(), Error> {
    match step.clone() {
        Langkah::Umum { lokasi, saksi, kemasan_dibuka, contoh } => {
            isi.lokasi = lokasi;
            (isi.saksi_nama, isi.saksi_jabatan) = saksi;
            isi.kemasan_dibuka = kemasan_dibuka;
            isi.contoh = contoh;
        }
        Langkah::Kontainer(one) => {
            let known = isi.kontainer.iter_mut().find(|k| k.nomor == one.nomor).ok_or(Error::NotFound)?;
            *known = Kontainer { ukuran: known.ukuran.clone(), ..one };
        }
        Langkah::Barang(one) => {
            let known = isi.barang.iter_mut().find(|b| b.seri == one.seri).ok_or(Error::NotFound)?;
            *known = one;
        }
    }
    Ok(())
}

/// Does the next of three things: begins, signs the minutes, signs the report. `text` is its wording.
pub fn sign(app: &App, actor: &Actor, aju: &str, text: &str) -> Result<Stage, Error> {
    actor.may(UseCase::RecordInspection)?;
    seat(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    let (row, state, isi, version, letters) = app.db().read(move |tx| {
        let (row, state) = case_of(tx, &who, &number)?;
        let doc = document(tx, &row)?;
        let (isi, version) = load(tx, &row, &doc)?;
        let of = |tx: &mut dyn Tx, code| Ok::<_, Error>(respon::latest(tx, &row.id, code)?.map(|r| numbered(&r)));
        let letters = (of(tx, "2066")?, of(tx, "2008")?);
        Ok::<_, Error>((row, state, isi, version, letters))
    })?;
    may_record(actor, &state)?;
    let photos = lampiran::list(app, actor, aju)?.iter().filter(|f| f.kind == Kind::Foto).count();
    let went = Went { actor: actor.clone(), photos: u32::try_from(photos).unwrap_or(u32::MAX), letters };
    let now = app.now();
    let text = tidy(text, LONGEST);
    let mut isi = isi;
    let (action, letter) = match state.tahap {
        Stage::AwaitPackages | Stage::AwaitInspection => {
            isi.mulai = Some(now);
            (Action::StartInspection, Value::Null)
        }
        Stage::Inspecting => {
            complete(isi.containers_done(), "Periksa dulu semua peti kemas.", "Look at all containers first.")?;
            isi.selesai = Some(now);
            isi.uraian = if text.is_empty() { isi.minutes() } else { text };
            (Action::RecordBap { uraian: isi.uraian.clone() }, went.minutes(&isi))
        }
        _ => {
            complete(isi.goods_done(), "Periksa dulu semua barang.", "Look at all goods first.")?;
            isi.kesimpulan = if text.is_empty() { isi.conclusion() } else { text };
            let action = Action::RecordLhp { sesuai: isi.agrees(), uraian: isi.kesimpulan.clone() };
            (action, went.report(&isi))
        }
    };
    let (at, who) = (app.clone(), actor.clone());
    let word = action.name();
    act_with(app, actor, &row.nomor_aju, action, letter, move |tx, row| {
        hold(tx, &who, row, at.now())?;
        store(tx, &at, &who, row, (&isi, version))?;
        let note = Note::new("petugas.tindakan", &who.account_id, &row.id, None);
        Ok(note.with(json!({ "tindakan": word })).write(tx, &at)?)
    })?;
    Ok(state.tahap)
}

fn complete(done: bool, id: &'static str, en: &'static str) -> Result<(), Error> {
    if done { Ok(()) } else { Err(Error::Refused(Text::fixed(id, en))) }
}

fn numbered(row: &store::respon::Respon) -> NomorTanggal {
    let nomor = row.nomor_respon.clone().unwrap_or_default();
    NomorTanggal { nomor, tanggal: Some(office_day(row.at, "WIB")) }
}
