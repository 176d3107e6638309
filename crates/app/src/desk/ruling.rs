//! The determination of tariff and value: corrected line by line, computed again, shown in full, then issued as SPTNP.

use std::sync::Arc;

use declaration::Pib;
use declaration::figures::{self, Dasar, Denda, Halangan, Koreksi, Penetapan};
use declaration::levy::{Facility, ShortageFine, TariffKind};
use declaration::workflow::{Action, RincianPenetapan, State};
use kernel::{Dec2, Dec4, Decimal, Findings, Rupiah, Text};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::declarations::Declaration;
use store::desk::{self, Draft};
use store::{Tx, frozen};

use super::case::judged;
use super::inspect::{self, Temuan};
use super::{case_of, desk as seat, hold, tidy, wrong};
use crate::access::{Actor, UseCase};
use crate::account::Note;
use crate::act::act_with;
use crate::jobs::parse_frozen;
use crate::letter::{self, SptnpBarang, SptnpExtra};
use crate::reference::Day;
use crate::{App, Error, surat};

const KIND: &str = "PENETAPAN";
/// Percentages that an officer may set where no duty was paid.
const PERCENTS: [u32; 9] = [100, 125, 150, 175, 200, 225, 250, 300, 1000];

/// What the officer wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Isi {
    /// Corrections.
    pub koreksi: Vec<Koreksi>,
    /// Percentage of the fine where no duty was paid.
    pub persen: Option<u32>,
}

/// One goods line beside what was found of it.
#[derive(Debug, Clone)]
pub struct Baris {
    /// Line number.
    pub seri: u32,
    /// Description.
    pub uraian: String,
    /// HS, 8 digits.
    pub pos_tarif: String,
    /// Quantity.
    pub jumlah: Dec4,
    /// Unit.
    pub satuan: String,
    /// CIF in the currency of the declaration.
    pub cif: Dec2,
    /// What the inspector found.
    pub temuan: Option<Temuan>,
    /// Correction so far.
    pub koreksi: Koreksi,
}

/// The sheet on which a determination is made.
pub struct Lembar {
    /// The root.
    pub row: Declaration,
    /// State.
    pub state: State,
    /// Currency.
    pub valuta: String,
    /// Lines.
    pub barang: Vec<Baris>,
    /// What comes out, or what is in the way.
    pub hasil: Result<Penetapan, Vec<Halangan>>,
    /// Percentage set by the officer.
    pub persen: Option<u32>,
    /// Percentages to choose from.
    pub percents: &'static [u32],
    /// What the reader saw; issued only when it is still so.
    pub mark: String,
    /// Why the workflow would not take an SPTNP now.
    pub refusal: Option<Text>,
    /// Reference data of the computation.
    pub day: Arc<Day>,
}

/// Amounts by which the workflow is asked whether an SPTNP is possible.
pub(super) fn trial() -> Vec<RincianPenetapan> {
    vec![RincianPenetapan { kode: "BM".into(), nilai: Rupiah(1_000) }]
}

struct Loaded {
    row: Declaration,
    state: State,
    doc: Pib,
    isi: Isi,
    version: u32,
    found: Vec<Temuan>,
}

fn load(tx: &mut dyn Tx, actor: &Actor, aju: &str) -> Result<Loaded, Error> {
    let (row, state) = case_of(tx, actor, aju)?;
    let body = frozen::latest(tx, &row.id)?.map(|f| f.body);
    let doc = body.as_deref().map_or_else(|| Ok(Pib::default()), parse_frozen)?;
    let stored = desk::draft(tx, &row.id, KIND)?;
    let version = stored.as_ref().map_or(0, |draft| draft.version);
    let isi = match stored {
        Some(draft) => serde_json::from_str(&draft.body).map_err(|e| Error::Broken(e.to_string()))?,
        None => Isi::default(),
    };
    let found = if state.pemeriksaan.sesuai.is_some() { inspect::load(tx, &row, &doc)?.0.barang } else { Vec::new() };
    Ok(Loaded { row, state, doc, isi, version, found })
}

/// The sheet.
pub fn sheet(app: &App, actor: &Actor, aju: &str) -> Result<Lembar, Error> {
    seat(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    let loaded = app.db().read(move |tx| load(tx, &who, &number))?;
    let day = judged(app, &loaded.row)?;
    let hasil = compute(&loaded, &day)?;
    let barang = (0..loaded.doc.barang.len()).map(|index| line(&loaded, index)).collect();
    let env = crate::process::Env::of(app, loaded.row.kode_kantor.parse().ok(), None)?;
    let refusal = match crate::process::officer(actor) {
        Some(who) => {
            let command = who.does(Action::IssueSptnp { rincian: trial() });
            declaration::workflow::decide(&loaded.state, command, &env.context()).err().map(|no| no.text())
        }
        None => None,
    };
    let valuta = loaded.doc.kode_valuta.good().map(ToString::to_string).unwrap_or_default();
    let mark = mark(&loaded, &hasil);
    let (row, state, persen) = (loaded.row, loaded.state, loaded.isi.persen);
    Ok(Lembar { row, state, valuta, barang, hasil, persen, percents: &PERCENTS, mark, refusal, day })
}

fn compute(loaded: &Loaded, day: &Day) -> Result<Result<Penetapan, Vec<Halangan>>, Error> {
    let parameter = |key: &str| day.snapshot.parameter(key, day.today).map(|p| p.nilai.clone());
    let (denda, pembulatan) = figures::fine_rules(&parameter).map_err(|e| Error::Broken(e.to_string()))?;
    let dasar = Dasar {
        snapshot: &day.snapshot,
        params: &day.params,
        day: day.today,
        denda: &denda,
        pembulatan,
        persen: loaded.isi.persen.map(Decimal::from),
    };
    Ok(figures::determine(&loaded.doc, &loaded.isi.koreksi, &dasar))
}

fn line(loaded: &Loaded, index: usize) -> Baris {
    let seri = inspect::seri(&loaded.doc, index);
    let goods = &loaded.doc.barang[index];
    Baris {
        seri,
        uraian: goods.uraian.good().map(ToString::to_string).unwrap_or_default(),
        pos_tarif: goods.pos_tarif.good().map(ToString::to_string).unwrap_or_default(),
        jumlah: goods.jumlah_satuan.value().unwrap_or_default(),
        satuan: goods.kode_satuan_barang.good().map(ToString::to_string).unwrap_or_default(),
        cif: goods.cif.value().unwrap_or_default(),
        temuan: loaded.found.iter().find(|found| found.seri == seri).cloned(),
        koreksi: loaded.isi.koreksi.iter().find(|one| one.seri == seri).cloned().unwrap_or_default(),
    }
}

/// A word for what was shown: version of the draft and sum.
fn mark(loaded: &Loaded, hasil: &Result<Penetapan, Vec<Halangan>>) -> String {
    let total = hasil.as_ref().map(|found| found.total.0).unwrap_or_default();
    format!("{}-{total}", loaded.version)
}

/// Saves the correction of a line; what equals the declaration is no correction. `persen` is that of the fine.
pub fn save(app: &App, actor: &Actor, aju: &str, koreksi: Koreksi, persen: Option<u32>) -> Result<(), Error> {
    actor.may(UseCase::ExamineDocuments)?;
    seat(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    let loaded = app.db().read(move |tx| load(tx, &who, &number))?;
    let koreksi = settle(&loaded, koreksi, &*judged(app, &loaded.row)?)?;
    if persen.is_some_and(|percent| !PERCENTS.contains(&percent)) {
        let text = Text::fixed("Pilih persentase dari daftar.", "Choose a percentage of the list.");
        return Err(Error::Findings(vec![wrong("persen", text)]));
    }
    let (at, who) = (app.clone(), actor.clone());
    app.db().write(move |tx| {
        hold(tx, &who, &loaded.row, at.now())?;
        let mut isi = loaded.isi.clone();
        if koreksi.seri != 0 {
            isi.koreksi.retain(|one| one.seri != koreksi.seri);
            if !koreksi.is_empty() {
                isi.koreksi.push(koreksi.clone());
                isi.koreksi.sort_by_key(|one| one.seri);
            }
        }
        isi.persen = persen.or(isi.persen);
        let draft = Draft {
            declaration_id: loaded.row.id.clone(),
            kind: KIND.to_owned(),
            body: serde_json::to_string(&isi).map_err(|e| Error::Broken(e.to_string()))?,
            version: loaded.version,
            updated: at.now(),
            updated_by: who.account_id.clone(),
        };
        if desk::save_draft(tx, &draft)? { Ok(()) } else { Err(changed()) }
    })
}

fn changed() -> Error {
    Error::Refused(Text::fixed(
        "Lembar penetapan ini sudah berubah sejak Saudara buka. Periksa lagi angkanya.",
        "This sheet has changed since you opened it. Look at the figures again.",
    ))
}

/// The correction without what is as declared; what remains needs a reason, and a code of the tariff or a rate.
fn settle(loaded: &Loaded, koreksi: Koreksi, day: &Day) -> Result<Koreksi, Error> {
    if koreksi.seri == 0 {
        return Ok(koreksi);
    }
    let index = figures::position(&loaded.doc, koreksi.seri).ok_or(Error::NotFound)?;
    let goods = &loaded.doc.barang[index];
    let mut one = Koreksi { alasan: tidy(&koreksi.alasan, 500), ..koreksi };
    one.pos_tarif = one.pos_tarif.filter(|hs| goods.pos_tarif.good() != Some(hs));
    one.jumlah = one.jumlah.filter(|n| goods.jumlah_satuan.value() != Some(*n));
    one.cif = one.cif.filter(|n| goods.cif.value() != Some(*n));
    let mut wrongs = Findings::new();
    if let Some(hs) = one.pos_tarif.as_ref().filter(|_| one.tarif_bm.is_none())
        && day.snapshot.tarif(hs.as_ref(), day.today).is_none()
    {
        let text = Text::made(
            format!("Pos tarif {hs} tidak ada dalam BTKI yang berlaku. Pilih kode lain, atau isi tarif bea masuknya."),
            format!("HS code {hs} is not in the tariff in force. Choose another one, or give the duty rate."),
        );
        wrongs.push(wrong("pos_tarif", text));
    }
    if !one.is_empty() && one.alasan.is_empty() {
        let text =
            Text::fixed("Tulis alasan koreksi; alasan ini tercetak dalam SPTNP.", "Write why; the SPTNP prints it.");
        wrongs.push(wrong("alasan", text));
    }
    if wrongs.is_empty() { Ok(one) } else { Err(Error::Findings(wrongs)) }
}

/// Issues the SPTNP exactly as it was shown.
pub fn issue(app: &App, actor: &Actor, aju: &str, mark_seen: &str) -> Result<(), Error> {
    actor.may(UseCase::ExamineDocuments)?;
    seat(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    let loaded = app.db().read(move |tx| load(tx, &who, &number))?;
    let day = judged(app, &loaded.row)?;
    let hasil = compute(&loaded, &day)?;
    if mark(&loaded, &hasil) != mark_seen {
        return Err(changed());
    }
    let found = hasil.map_err(|wrongs| Error::Findings(wrongs.iter().map(|w| wrong("koreksi", w.text())).collect()))?;
    if matches!(found.denda.hasil, ShortageFine::OfficerDecides { .. }) {
        let text = Text::fixed("Tetapkan persentase denda lebih dulu.", "Set the percentage of the fine first.");
        return Err(Error::Findings(vec![wrong("persen", text)]));
    }
    let action = Action::IssueSptnp { rincian: found.rincian.clone() };
    let letter = extra(&found, &day).into();
    let (at, who, version, id) = (app.clone(), actor.clone(), loaded.version, loaded.row.id.clone());
    act_with(app, actor, aju, action, letter, move |tx, row| {
        hold(tx, &who, row, at.now())?;
        if desk::draft(tx, &id, KIND)?.map(|draft| draft.version) != Some(version) {
            return Err(changed());
        }
        let note = Note::new("petugas.tindakan", &who.account_id, &row.id, None);
        Ok(note.with(json!({ "tindakan": "issue_sptnp" })).write(tx, &at)?)
    })
}

/// What the letter freezes: the lines, what was to be paid as declared, and how the fine came about.
fn extra(found: &Penetapan, day: &Day) -> SptnpExtra {
    let row = |line: &figures::Baris| SptnpBarang {
        seri: line.koreksi.seri,
        pos_tarif: line.koreksi.pos_tarif.as_ref().map(ToString::to_string).unwrap_or_default(),
        tarif_bm: if line.tarif_bm.0 == line.tarif_bm.1 { String::new() } else { rate_words(line.tarif_bm.1) },
        cif: (line.cif.0 != line.cif.1).then(|| Dec2::new(line.cif.1.round_dp(2))).flatten(),
        alasan: line.koreksi.alasan.clone(),
    };
    SptnpExtra {
        barang: found.barang.iter().map(row).collect(),
        diberitahukan: letter::billing_lines(&found.semula, &day.snapshot, day.today),
        denda: fine(&found.denda),
        ..SptnpExtra::default()
    }
}

/// A duty rate in words: `7,5 %`, `Rp450`.
pub(super) fn rate_words((kind, rate): (TariffKind, Decimal)) -> String {
    match kind {
        TariffKind::AdValorem => format!("{} %", letter::words::figure(rate)),
        TariffKind::Specific => format!("Rp{}/satuan", letter::words::figure(rate)),
    }
}

fn fine(denda: &Denda) -> Option<surat::Denda> {
    let (nilai, persen) = (denda.nilai?, denda.persen?);
    let short = Rupiah(denda.seharusnya.0.saturating_sub(denda.dibayar.0));
    let ratio =
        || Decimal::from(short.0).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(Decimal::from(denda.dibayar.0));
    Some(surat::Denda {
        kekurangan_bm: short,
        bm_dibayar: denda.dibayar,
        persen_kekurangan: ratio().and_then(|ratio| Dec2::new(ratio.round_dp(2))),
        persen_denda: Dec2::new(persen).unwrap_or_default(),
        nilai,
        dasar_hukum: "UU Kepabeanan Pasal 16 ayat (4), PP 28/2008 jo. PP 39/2019 Pasal 6".to_owned(),
    })
}

impl Lembar {
    /// Whether guaranteed or suspended amounts change, which no billing collects.
    pub fn beside(&self) -> bool {
        let other = |found: &Penetapan| found.fasilitas.iter().any(|(_, f, _)| *f != Facility::Dibayar);
        self.hasil.as_ref().is_ok_and(other)
    }
}
