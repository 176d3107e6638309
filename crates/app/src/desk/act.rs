//! What officers do: which act is which action of the workflow, what it needs, what its letter prints.

use declaration::workflow::{Action, Role as Function, State, Tanya, Tingkat, Untuk};
use kernel::{Date, Findings, Text};
use serde_json::{Value, json};

use super::{LONGEST, case_of, confirm, desk, hold, tidy, wrong};
use crate::access::Actor;
use crate::account::Note;
use crate::act::{act_with, use_case};
use crate::process::word;
use crate::{App, Error};

macro_rules! acts {
    ($($(#[$meta:meta])* $name:ident, $word:literal, $id:literal, $en:literal;)*) => {
        /// An act of an officer.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Tindakan { $($(#[$meta])* $name,)* }

        impl Tindakan {
            /// All, in the order of a case's life.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// In addresses.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// Its name.
            pub const fn label(self) -> Text {
                match self { $(Self::$name => Text::fixed($id, $en),)* }
            }

            /// The act of a word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|act| act.word() == word)
            }
        }
    };
}

acts! {
    /// The flagged restrictions are met.
    Lartas, "lartas", "Nyatakan lartas terpenuhi", "Find the restrictions met";
    /// Decides on a doubtful consignee.
    Kemiripan, "kemiripan", "Putuskan kemiripan nama", "Decide on the consignee's name";
    /// The guarantee is there.
    Jaminan, "jaminan", "Catat penerimaan jaminan", "Record the guarantee";
    /// Decides on a payment that does not match.
    Pembayaran, "pembayaran", "Putuskan pembayaran", "Decide on the payment";
    /// Asks for a billing code anew.
    BillingUlang, "billing-ulang", "Minta billing baru", "Ask for a new billing code";
    /// Withdraws a billing code.
    BillingBatal, "billing-batal", "Batalkan billing", "Withdraw the billing code";
    /// Appoints an inspector.
    Tunjuk, "tunjuk", "Tunjuk pemeriksa", "Appoint an inspector";
    /// Issues the instruction.
    Instruksi, "instruksi", "Terbitkan instruksi pemeriksaan", "Issue the inspection instruction";
    /// Records and signs the inspection.
    Periksa, "periksa", "Rekam pemeriksaan", "Record the inspection";
    /// Releases.
    Lepas, "lepas", "Terbitkan SPPB", "Release (SPPB)";
    /// Determines tariff or value.
    Penetapan, "penetapan", "Tetapkan tarif atau nilai (SPTNP)", "Determine tariff or value (SPTNP)";
    /// Asks for data or documents.
    Npd, "npd", "Minta data atau dokumen (NPD)", "Ask for data or documents (NPD)";
    /// Asks to prove the value.
    Inp, "inp", "Minta bukti nilai pabean (INP)", "Ask for proof of the value (INP)";
    /// Notes restricted goods.
    Npbl, "npbl", "Terbitkan nota barang lartas (NPBL)", "Note restricted goods (NPBL)";
    /// Asks enforcement.
    P2, "p2", "Minta penelitian unit pengawasan", "Ask the enforcement unit";
    /// Sends a sample.
    Lab, "lab", "Kirim contoh ke laboratorium", "Send a sample to the laboratory";
    /// Records the laboratory's result.
    JawabLab, "jawab-lab", "Rekam hasil laboratorium", "Record the laboratory's result";
    /// Determines restricted goods.
    Spbl, "spbl", "Tetapkan barang lartas (SPBL)", "Determine restricted goods (SPBL)";
    /// Closes the research of a green declaration.
    Tutup, "tutup", "Tutup penelitian tanpa temuan", "Close the research without finding";
    /// Enforcement answers.
    JawabP2, "jawab-p2", "Jawab pejabat dokumen", "Answer the document officer";
    /// Enforcement holds.
    Nhi, "nhi", "Tahan barang (NHI)", "Hold the goods (NHI)";
    /// Enforcement lifts its hold.
    BukaNhi, "buka-nhi", "Buka penahanan (NHI)", "Lift the hold (NHI)";
    /// First vehicle in.
    Masuk, "masuk", "Catat kendaraan masuk", "Record the vehicle's entry";
    /// Goods out.
    Keluar, "keluar", "Catat barang keluar", "Record goods leaving";
    /// Abandoned goods moved.
    Tpp, "tpp", "Catat pemindahan ke TPP", "Record the move to the TPP";
    /// Decides on a cancellation.
    Batal, "batal", "Putuskan pembatalan", "Decide on the cancellation";
    /// Decides on an amendment.
    Perbaikan, "perbaikan", "Putuskan perbaikan data", "Decide on the amendment";
}

/// What was typed for an act; each act reads what it needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Isian {
    /// Remark, reason, question, answer.
    pub teks: String,
    /// Yes or no, where the act decides.
    pub setuju: Option<bool>,
    /// Number, account, level or day, as the act has it.
    pub pilihan: String,
    /// Containers, documents asked for, numbers of goods lines.
    pub daftar: Vec<String>,
    /// A tick: sample wanted, nothing remains.
    pub tanda: bool,
}

/// How an act ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hasil {
    /// It is done.
    Selesai,
    /// A second officer has to confirm it.
    MenungguKedua,
}

/// Most entries of a list.
const MOST: usize = 500;

impl Tindakan {
    /// Whether a second officer confirms it: it overrides what the system, the manifest or the inspection found.
    pub fn needs_second(self, isian: &Isian, state: &State) -> bool {
        match self {
            Self::Lartas => true,
            Self::Kemiripan | Self::Pembayaran => isian.setuju == Some(true),
            Self::Lepas => releases_against_report(state),
            _ => false,
        }
    }

    /// The action by which the workflow is asked whether the act is possible now.
    pub(super) fn sample(self, state: &State) -> Option<Action> {
        let x = || "x".to_owned();
        let ask = |tanya| Some(Action::Ask { tanya, uraian: x() });
        match self {
            Self::Lartas => Some(Action::ClearLartas { catatan: x() }),
            Self::Kemiripan => Some(Action::DecideSimilarity { setuju: true, catatan: x() }),
            Self::Jaminan => Some(Action::ConfirmGuarantee { bpj: x() }),
            Self::Pembayaran => Some(Action::ResolvePayment { terima: true, catatan: x() }),
            Self::BillingUlang => debt(state).map(|untuk| Action::RequestBilling { untuk }),
            Self::BillingBatal => debt(state).map(|untuk| Action::CancelBilling { untuk, alasan: x() }),
            Self::Tunjuk => Some(Action::AppointInspector { pemeriksa: x() }),
            Self::Instruksi => Some(Action::IssueInstruction { tingkat: Tingkat::SepuluhPersen }),
            Self::Periksa => super::inspect::next_action(state),
            Self::Lepas => Some(Action::Release { catatan: String::new() }),
            Self::Penetapan => Some(Action::IssueSptnp { rincian: super::ruling::trial() }),
            Self::Npd => ask(Tanya::Npd),
            Self::Inp => ask(Tanya::Inp),
            Self::Npbl => ask(Tanya::Npbl),
            Self::P2 => ask(Tanya::P2),
            Self::Lab => ask(Tanya::Lab),
            Self::JawabLab => Some(Action::Answer { tanya: Tanya::Lab, uraian: x() }),
            Self::JawabP2 => Some(Action::Answer { tanya: Tanya::P2, uraian: x() }),
            Self::Spbl => Some(Action::IssueSpbl { alasan: x() }),
            Self::Tutup => Some(Action::CloseReview { catatan: String::new() }),
            Self::Nhi => Some(Action::HoldNhi { alasan: x() }),
            Self::BukaNhi => Some(Action::ReleaseNhi { catatan: String::new() }),
            Self::Masuk => state.gerbang.masuk.is_none().then_some(Action::GateIn),
            Self::Keluar => Some(Action::GateOut { kontainer: Vec::new(), terakhir: false }),
            Self::Tpp => state.btd.filter(|btd| !btd.di_tpp).map(|btd| Action::MoveToTpp { tanggal: day(btd.sejak) }),
            Self::Batal => Some(Action::DecideCancellation { setuju: false, alasan: x() }),
            Self::Perbaikan => Some(Action::DecideAmendment { setuju: false, alasan: x() }),
        }
    }
}

/// The inspector found something else than was declared, and no determination settled it.
fn releases_against_report(state: &State) -> bool {
    state.pemeriksaan.sesuai == Some(false) && state.sptnp.is_none()
}

fn day(at: jiff::Timestamp) -> Date {
    crate::reference::office_day(at, "WIB")
}

/// The debt whose billing the treasury can act on.
fn debt(state: &State) -> Option<Untuk> {
    state.billing.last().map(|billing| billing.untuk)
}

/// Does an act, or asks for the second officer whom it needs.
pub fn perform(app: &App, actor: &Actor, aju: &str, act: Tindakan, isian: &Isian) -> Result<Hasil, Error> {
    desk(actor)?;
    let (who, number) = (actor.clone(), aju.to_owned());
    let (row, state) = app.db().read(move |tx| case_of(tx, &who, &number))?;
    let isian = clean(isian);
    let (action, letter) = prepare(act, &isian, &state)?;
    actor.may(use_case(&action))?;
    if act.needs_second(&isian, &state) {
        confirm::ask(app, actor, (&row, &state), act, (action, letter, isian.teks))?;
        return Ok(Hasil::MenungguKedua);
    }
    let (at, who, chosen) = (app.clone(), actor.clone(), isian.pilihan);
    act_with(app, actor, aju, action, letter, move |tx, row| {
        hold(tx, &who, row, at.now())?;
        if act == Tindakan::Tunjuk {
            super::share::fit(tx, &row.kode_kantor, &chosen, &word(&Function::PemeriksaFisik))?;
        }
        let note = Note::new("petugas.tindakan", &who.account_id, &row.id, None);
        Ok(note.with(json!({ "tindakan": act.word() })).write(tx, &at)?)
    })?;
    Ok(Hasil::Selesai)
}

fn clean(isian: &Isian) -> Isian {
    let line = |text: &String| tidy(&text.replace('\n', " "), 500);
    Isian {
        teks: tidy(&isian.teks, LONGEST),
        setuju: isian.setuju,
        pilihan: line(&isian.pilihan),
        daftar: isian.daftar.iter().map(line).filter(|text| !text.is_empty()).take(MOST).collect(),
        tanda: isian.tanda,
    }
}

/// The action and what its letter prints; what is missing is said at its field.
fn prepare(act: Tindakan, isian: &Isian, state: &State) -> Result<(Action, Value), Error> {
    let mut missing = Findings::new();
    if needs_text(act) && isian.teks.is_empty() {
        missing.push(wrong("teks", Text::fixed("Isi uraiannya.", "Write it down.")));
    } else if act.needs_second(isian, state) && isian.teks.is_empty() {
        let text = Text::fixed(
            "Tulis alasannya: petugas kedua memutuskan berdasarkan alasan ini.",
            "Write down why: the second officer decides by it.",
        );
        missing.push(wrong("teks", text));
    }
    let decides = matches!(act, Tindakan::Kemiripan | Tindakan::Pembayaran | Tindakan::Batal | Tindakan::Perbaikan);
    if decides && isian.setuju.is_none() {
        missing.push(wrong("setuju", Text::fixed("Pilih salah satu.", "Choose one.")));
    }
    let action = action(act, isian, state, &mut missing);
    match action {
        Some(action) if missing.is_empty() => Ok((action, letter(act, isian))),
        None if missing.is_empty() => Err(Error::Refused(Text::fixed(
            "Tindakan ini tidak berlaku untuk dokumen ini sekarang.",
            "This does not apply to this document now.",
        ))),
        _ => Err(Error::Findings(missing)),
    }
}

fn needs_text(act: Tindakan) -> bool {
    use Tindakan as T;
    matches!(
        act,
        T::Lartas
            | T::Kemiripan
            | T::Pembayaran
            | T::BillingBatal
            | T::Npd
            | T::Inp
            | T::Npbl
            | T::P2
            | T::Lab
            | T::JawabLab
            | T::JawabP2
            | T::Spbl
            | T::Nhi
            | T::Batal
            | T::Perbaikan
    )
}

fn action(act: Tindakan, isian: &Isian, state: &State, missing: &mut Findings) -> Option<Action> {
    let text = || isian.teks.clone();
    let setuju = isian.setuju.unwrap_or_default();
    let ask = |tanya| Some(Action::Ask { tanya, uraian: text() });
    match act {
        Tindakan::Lartas => Some(Action::ClearLartas { catatan: text() }),
        Tindakan::Kemiripan => Some(Action::DecideSimilarity { setuju, catatan: text() }),
        Tindakan::Jaminan => {
            let bpj = chosen(isian, missing, Text::fixed("Isi nomor BPJ.", "Give the number of the BPJ."))?;
            Some(Action::ConfirmGuarantee { bpj })
        }
        Tindakan::Pembayaran => Some(Action::ResolvePayment { terima: setuju, catatan: text() }),
        Tindakan::BillingUlang => debt(state).map(|untuk| Action::RequestBilling { untuk }),
        Tindakan::BillingBatal => debt(state).map(|untuk| Action::CancelBilling { untuk, alasan: text() }),
        Tindakan::Tunjuk => {
            let pemeriksa = chosen(isian, missing, Text::fixed("Pilih pemeriksa.", "Choose an inspector."))?;
            if state.pemeriksaan.pemeriksa.as_ref() == Some(&pemeriksa) {
                let text = Text::fixed(
                    "Pemeriksa ini sudah ditunjuk. Pilih pemeriksa lain.",
                    "This inspector is appointed already. Choose another one.",
                );
                missing.push(wrong("pilihan", text));
                return None;
            }
            Some(Action::AppointInspector { pemeriksa })
        }
        Tindakan::Instruksi => level(isian, missing).map(|tingkat| Action::IssueInstruction { tingkat }),
        Tindakan::Lepas => Some(Action::Release { catatan: text() }),
        Tindakan::Npd => ask(Tanya::Npd),
        Tindakan::Inp => ask(Tanya::Inp),
        Tindakan::Npbl => ask(Tanya::Npbl),
        Tindakan::P2 => ask(Tanya::P2),
        Tindakan::Lab => ask(Tanya::Lab),
        Tindakan::JawabLab => Some(Action::Answer { tanya: Tanya::Lab, uraian: text() }),
        Tindakan::JawabP2 => Some(Action::Answer { tanya: Tanya::P2, uraian: text() }),
        Tindakan::Spbl => Some(Action::IssueSpbl { alasan: text() }),
        Tindakan::Tutup => Some(Action::CloseReview { catatan: text() }),
        Tindakan::Nhi => Some(Action::HoldNhi { alasan: text() }),
        Tindakan::BukaNhi => Some(Action::ReleaseNhi { catatan: text() }),
        Tindakan::Masuk => Some(Action::GateIn),
        Tindakan::Keluar => gate_out(isian, missing),
        Tindakan::Tpp => {
            let Ok(tanggal) = isian.pilihan.parse::<Date>() else {
                missing.push(wrong("pilihan", Text::fixed("Isi tanggalnya.", "Give the day.")));
                return None;
            };
            Some(Action::MoveToTpp { tanggal })
        }
        Tindakan::Batal => Some(Action::DecideCancellation { setuju, alasan: text() }),
        Tindakan::Perbaikan => Some(Action::DecideAmendment { setuju, alasan: text() }),
        // These have pages and drafts of their own.
        Tindakan::Periksa | Tindakan::Penetapan => None,
    }
}

fn chosen(isian: &Isian, missing: &mut Findings, text: Text) -> Option<String> {
    if isian.pilihan.is_empty() {
        missing.push(wrong("pilihan", text));
        return None;
    }
    Some(isian.pilihan.clone())
}

/// Words of the levels of an inspection, as forms post them.
pub(super) fn level_of(word: &str) -> Option<Tingkat> {
    serde_json::from_value(json!(word)).ok()
}

fn level(isian: &Isian, missing: &mut Findings) -> Option<Tingkat> {
    let level = level_of(&isian.pilihan);
    if level.is_none() {
        missing.push(wrong("pilihan", Text::fixed("Pilih tingkat pemeriksaan.", "Choose the level of inspection.")));
    }
    level
}

fn gate_out(isian: &Isian, missing: &mut Findings) -> Option<Action> {
    if isian.daftar.is_empty() && !isian.tanda {
        let text = Text::fixed(
            "Pilih peti kemas yang keluar, atau nyatakan semua barang sudah keluar.",
            "Tick the containers that leave, or say that nothing remains.",
        );
        missing.push(wrong("daftar", text));
        return None;
    }
    Some(Action::GateOut { kontainer: isian.daftar.clone(), terakhir: isian.tanda })
}

/// What the letter of an act prints beyond its action.
fn letter(act: Tindakan, isian: &Isian) -> Value {
    match act {
        Tindakan::Instruksi => {
            let notes: Vec<&str> = isian.teks.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            json!({ "ambil_contoh": isian.tanda, "peti_kemas": isian.daftar, "perhatian": notes })
        }
        Tindakan::Npd if !isian.daftar.is_empty() => {
            let row = |text: &String| json!({ "jenis": "Data dan/atau dokumen", "uraian": text });
            json!({ "permintaan": isian.daftar.iter().map(row).collect::<Vec<_>>() })
        }
        Tindakan::Npbl => json!({ "judul": {
            "id": "Nota Pemberitahuan Barang Larangan dan/atau Pembatasan (NPBL)",
            "en": "Note on Prohibited or Restricted Goods (NPBL)",
        } }),
        Tindakan::Spbl if !isian.daftar.is_empty() => {
            let line = |text: &String| text.parse::<u32>().ok();
            let row = |seri: u32| json!({ "seri": seri, "ketentuan": isian.teks, "izin": isian.pilihan });
            json!({ "barang": isian.daftar.iter().filter_map(line).map(row).collect::<Vec<_>>() })
        }
        _ => Value::Null,
    }
}
