//! All that the workflow knows of one declaration: the sum of its events.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kernel::{KodeKantor, Npwp, Rupiah, Timestamp};
use serde::{Deserialize, Serialize};

use super::actor::Role;
use super::stage::Stage;
use super::values::{
    Akibat, Billing, Jalur, Kelas, Kewajiban, Pantauan, Pembayaran, Pendaftaran, Perubahan, Selisih, StatusBilling,
    Tanya, Untuk,
};

/// The state of one declaration. The default is the state before its first event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct State {
    /// Where it stands.
    pub tahap: Stage,
    /// Since when.
    pub sejak: Timestamp,
    /// Number of events so far.
    pub peristiwa: u32,
    /// Number of sendings so far.
    pub kiriman: u32,
    /// Office.
    pub kantor: Option<KodeKantor>,
    /// Importer.
    pub npwp: Option<Npwp>,
    /// Class of the importer.
    pub kelas: Kelas,
    /// Importer or broker, whoever acted last.
    pub pengaju: Role,
    /// What INSW wants an officer to look at; empty when nothing or when it is cleared.
    pub lartas: Vec<String>,
    /// How the levies are settled.
    pub kewajiban: Kewajiban,
    /// Receipt of the guarantee.
    pub bpj: Option<String>,
    /// Billing requests, first one first.
    pub billing: Vec<Billing>,
    /// Payment of the declaration.
    pub pembayaran: Option<Pembayaran>,
    /// Payment that waits for the treasury's decision.
    pub sengketa: Option<Pembayaran>,
    /// Payment of the SPTNP.
    pub pembayaran_sptnp: Option<Pembayaran>,
    /// Payments of amendments.
    pub pembayaran_perbaikan: Vec<Pembayaran>,
    /// Payments to be refunded.
    pub kelebihan: Vec<Pembayaran>,
    /// The declaration was sent before its BC 1.1.
    pub prenotifikasi: bool,
    /// Matched manifest position.
    pub pos: Option<String>,
    /// Likeness of importer and consignee at the last match, percent.
    pub kemiripan: u8,
    /// Differences of the last match.
    pub selisih: Vec<Selisih>,
    /// Storage.
    pub timbun: Option<Timbun>,
    /// Channel.
    pub jalur: Option<Jalur>,
    /// Registration.
    pub pendaftaran: Option<Pendaftaran>,
    /// Inspection.
    pub pemeriksaan: Pemeriksaan,
    /// Document officers who acted.
    pub pejabat_dokumen: BTreeSet<String>,
    /// Open question.
    pub tanya: Option<Pertanyaan>,
    /// Determination.
    pub sptnp: Option<Sptnp>,
    /// Tariff and value count as accepted.
    pub dianggap_diterima: bool,
    /// Research of a green declaration is closed.
    pub telaah_selesai: bool,
    /// When SPPB was issued.
    pub sppb: Option<Timestamp>,
    /// Gate.
    pub gerbang: Gerbang,
    /// Enforcement's hold.
    pub nhi: Option<Tahanan>,
    /// Undecided cancellation.
    pub batal: Option<Tahanan>,
    /// Number of amendments asked for so far.
    pub permohonan: u32,
    /// Amendment that is not in force yet.
    pub perbaikan: Option<Perbaikan>,
    /// Abandonment.
    pub btd: Option<Btd>,
    /// Alarms of the running deadlines.
    pub eskalasi: BTreeMap<Pantauan, Eskalasi>,
    /// A partner that does not answer.
    pub kendala: Option<Kendala>,
}

/// Storage in the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timbun {
    /// Since when.
    pub sejak: Timestamp,
    /// When the goods count as abandoned.
    pub btd_mulai: Timestamp,
}

/// The inspection of a red declaration, and the documents of a yellow one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pemeriksaan {
    /// Until when documents and goods are to be ready.
    pub batas: Option<Timestamp>,
    /// When the documents came.
    pub dokumen: Option<Timestamp>,
    /// When the goods were ready.
    pub siap: Option<Timestamp>,
    /// User id of the inspector.
    pub pemeriksa: Option<String>,
    /// Whether the minutes are signed.
    pub bap: bool,
    /// Whether the goods are as declared, once reported.
    pub sesuai: Option<bool>,
}

/// An open question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pertanyaan {
    /// Which.
    pub tanya: Tanya,
    /// Until when.
    pub batas: Timestamp,
    /// Where the declaration stood.
    pub dari: Stage,
}

/// A determination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sptnp {
    /// Amount; negative when too much was paid.
    pub total: Rupiah,
    /// Last day to pay or to object.
    pub jatuh_tempo: Date,
    /// End of that day.
    pub batas: Timestamp,
    /// Nothing remains to be done about it.
    pub selesai: bool,
    /// The time was missed.
    pub lewat: bool,
}

/// The gate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Gerbang {
    /// First vehicle in.
    pub masuk: Option<Timestamp>,
    /// First goods out.
    pub mulai_keluar: Option<Timestamp>,
    /// Last goods out.
    pub keluar: Option<Timestamp>,
}

/// A hold, or a request that waits for the head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tahanan {
    /// Since when.
    pub sejak: Timestamp,
    /// Why.
    pub alasan: String,
}

/// An amendment that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perbaikan {
    /// Which request, from 1.
    pub nomor: u32,
    /// Since when.
    pub sejak: Timestamp,
    /// Ground.
    pub alasan: String,
    /// What changes.
    pub perubahan: Vec<Perubahan>,
    /// What it does to the levies.
    pub akibat: Akibat,
    /// Why it was granted, once it was; the additional levies are still to be paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disetujui: Option<String>,
}

/// Abandoned goods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Btd {
    /// Since when.
    pub sejak: Timestamp,
    /// Whether they are in the TPP.
    pub di_tpp: bool,
    /// End of the owner's time.
    pub batas: Timestamp,
}

/// Alarms of one deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Eskalasi {
    /// How many.
    pub tingkat: u32,
    /// When the last one was raised.
    pub terakhir: Timestamp,
}

/// A partner that does not answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kendala {
    /// Short name.
    pub mitra: String,
    /// What happened.
    pub alasan: String,
    /// Since when.
    pub sejak: Timestamp,
}

impl State {
    /// The latest billing request for a debt.
    pub fn latest_billing(&self, untuk: Untuk) -> Option<&Billing> {
        self.billing.iter().rev().find(|b| b.untuk == untuk)
    }

    /// The billing code that can be paid now.
    pub fn active_billing(&self, untuk: Untuk) -> Option<&Billing> {
        self.latest_billing(untuk).filter(|b| b.status == StatusBilling::Aktif)
    }

    /// Whether some goods have left.
    pub const fn goods_leave(&self) -> bool {
        self.gerbang.mulai_keluar.is_some()
    }

    /// Whether nothing remains to be examined: red and yellow were examined before release.
    pub fn review_over(&self) -> bool {
        let determined = self.sptnp.as_ref().is_some_and(|s| s.selesai);
        self.jalur != Some(Jalur::Hijau) || self.telaah_selesai || self.dianggap_diterima || determined
    }

    /// The importer or its broker, whoever acted last.
    pub const fn declarant(&self) -> Role {
        if matches!(self.pengaju, Role::Ppjk) { Role::Ppjk } else { Role::Importir }
    }

    /// Where it stands after an interruption of `dari`: a released declaration may have left meanwhile.
    pub(super) const fn back_to(&self, dari: Stage) -> Stage {
        match dari {
            Stage::Released if self.gerbang.keluar.is_some() => Stage::PostReview,
            other => other,
        }
    }
}
