//! One row a step: whom it waits for, how long, and what the clock does.

use super::super::actor::Role;
use super::super::params::WorkflowParams;
use super::super::stage::Stage;
use super::super::state::State;
use super::super::values::{Jalur, Pantauan, StatusBilling, Tanya, Untuk};
use super::plan::{Limit, Then};

/// How one step waits.
#[derive(Clone, Copy)]
pub struct Row {
    pub stage: Stage,
    /// Rows of one stage are tried in order.
    pub when: fn(&State) -> bool,
    pub owner: fn(&State) -> Role,
    pub limit: fn(&State, &WorkflowParams) -> Option<Limit>,
    pub then: Then,
    /// Indonesian and English.
    pub reason: (&'static str, &'static str),
}

const RAISE: Then = Then::Raise(Pantauan::Tahap);
const SYSTEM: fn(&State) -> Role = |_| Role::Sistem;
const DECLARANT: fn(&State) -> Role = |s| s.declarant();
const DOCUMENTS: fn(&State) -> Role = |_| Role::PemeriksaDokumen;
const GOODS: fn(&State) -> Role = |_| Role::PemeriksaFisik;
const TREASURY: fn(&State) -> Role = |_| Role::Perbendaharaan;
const TERMINAL: fn(&State) -> Role = |_| Role::Tps;
const REMINDER: fn(&State, &WorkflowParams) -> Option<Limit> = |_, p| Some(Limit::Days(p.pengingat_hari));

const fn row(
    stage: Stage,
    owner: fn(&State) -> Role,
    limit: fn(&State, &WorkflowParams) -> Option<Limit>,
    id: &'static str,
    en: &'static str,
) -> Row {
    Row { stage, when: |_| true, owner, limit, then: RAISE, reason: (id, en) }
}

impl Row {
    const fn when(self, when: fn(&State) -> bool) -> Self {
        Self { when, ..self }
    }

    const fn then(self, then: Then) -> Self {
        Self { then, ..self }
    }
}

fn asks(state: &State, tanya: Tanya) -> bool {
    state.tanya.is_some_and(|q| q.tanya == tanya)
}

fn billing_failed(state: &State) -> bool {
    state.latest_billing(Untuk::Pib).is_some_and(|b| b.status == StatusBilling::Gagal)
}

/// The row of the state's step.
pub fn find(state: &State) -> Option<&'static Row> {
    let tables: [&[Row]; 3] = [FILING, ARRIVAL, EXAMINATION];
    tables.into_iter().flatten().find(|row| row.stage == state.tahap && (row.when)(state))
}

static FILING: &[Row] = &[
    row(Stage::Recording, DECLARANT, REMINDER, "Dokumen belum dikirim.", "The document has not been sent."),
    row(
        Stage::AtInsw,
        |_| Role::Insw,
        |_, p| Some(Limit::Automatic(p.insw_menit)),
        "Menunggu analisis lartas INSW.",
        "Waiting for INSW's analysis of restrictions.",
    ),
    row(
        Stage::ReturnedByInsw,
        DECLARANT,
        REMINDER,
        "INSW mengembalikan dokumen: izin lartas belum ada.",
        "INSW returned the document: a licence is missing.",
    ),
    row(
        Stage::Correcting,
        DECLARANT,
        REMINDER,
        "Perbaikan belum dikirim ulang.",
        "The correction has not been sent again.",
    ),
    row(
        Stage::Validating,
        SYSTEM,
        |_, p| Some(Limit::Automatic(p.validasi_menit)),
        "Menunggu validasi.",
        "Waiting for validation.",
    ),
    row(
        Stage::Rejected,
        DECLARANT,
        REMINDER,
        "Dokumen ditolak; perbaiki dan kirim ulang dengan nomor aju yang sama.",
        "Rejected; correct it and send it again on the same aju.",
    ),
    row(
        Stage::LartasReview,
        DOCUMENTS,
        |_, p| Some(Limit::OfficeHours(p.lartas_jam)),
        "Menunggu penelitian lartas oleh pejabat.",
        "Waiting for an officer to examine the restrictions.",
    ),
    row(
        Stage::AwaitGuarantee,
        TREASURY,
        |_, p| Some(Limit::OfficeHours(p.jaminan_jam)),
        "Menunggu bukti penerimaan jaminan.",
        "Waiting for the receipt of the guarantee.",
    ),
    row(
        Stage::BillingRequested,
        TREASURY,
        |_, p| Some(Limit::OfficeHours(p.jaminan_jam)),
        "MPN menolak membuat kode billing; minta billing baru atau hubungi perbendaharaan.",
        "MPN refused to make a billing code; ask for a new one or contact the treasury.",
    )
    .when(billing_failed),
    row(
        Stage::BillingRequested,
        |_| Role::Bank,
        |_, p| Some(Limit::Automatic(p.billing_menit)),
        "Menunggu kode billing dari MPN.",
        "Waiting for the billing code from MPN.",
    ),
    row(
        Stage::AwaitPayment,
        DECLARANT,
        |s, _| s.active_billing(Untuk::Pib).and_then(|b| b.sampai).map(Limit::At),
        "Menunggu pembayaran billing.",
        "Waiting for the billing to be paid.",
    )
    .then(Then::ExpireBilling(Untuk::Pib)),
    row(
        Stage::PaymentReview,
        TREASURY,
        |_, p| Some(Limit::WorkingDays(p.selisih_hari_kerja)),
        "Pembayaran tidak sama dengan tagihan; menunggu keputusan perbendaharaan.",
        "The payment does not match the bill; waiting for the treasury.",
    ),
    row(
        Stage::BillingLapsed,
        DECLARANT,
        REMINDER,
        "Kode billing tidak berlaku; minta kode baru.",
        "The billing code is no longer valid; ask for a new one.",
    ),
];

static ARRIVAL: &[Row] = &[
    row(
        Stage::AwaitManifest,
        DECLARANT,
        |_, p| Some(Limit::Days(p.redress_hari)),
        "Data tidak cocok dengan manifes; minta pengangkut memperbaiki manifes (redress), lalu cocokkan lagi.",
        "The data differ from the manifest; have the carrier redress it, then match again.",
    )
    .when(|s| !s.selisih.is_empty()),
    row(
        Stage::AwaitManifest,
        |_| Role::Pengangkut,
        |_, p| Some(Limit::Days(p.manifes_hari)),
        "Menunggu manifes BC 1.1 dari pengangkut.",
        "Waiting for the carrier's manifest BC 1.1.",
    )
    .when(|s| s.prenotifikasi),
    row(
        Stage::AwaitManifest,
        SYSTEM,
        |_, p| Some(Limit::Automatic(p.siap_jalur_menit)),
        "Menunggu pencocokan manifes.",
        "Waiting for the manifest match.",
    ),
    row(
        Stage::AwaitSimilarity,
        DOCUMENTS,
        |_, p| Some(Limit::OfficeHours(p.kemiripan_jam)),
        "Nama penerima di manifes berbeda; menunggu keputusan pejabat.",
        "The manifest names another consignee; waiting for an officer.",
    ),
    row(
        Stage::AwaitStorage,
        TERMINAL,
        |_, p| Some(Limit::Days(p.timbun_hari)),
        "Menunggu penimbunan barang di TPS.",
        "Waiting for the goods to be stored in the terminal.",
    ),
    row(
        Stage::ReadyForChannel,
        SYSTEM,
        |_, p| Some(Limit::Automatic(p.siap_jalur_menit)),
        "Menunggu penjaluran.",
        "Waiting for the channel.",
    ),
    row(
        Stage::Channelled,
        SYSTEM,
        |_, p| Some(Limit::Automatic(p.penomoran_menit)),
        "Menunggu nomor pendaftaran.",
        "Waiting for the registration number.",
    ),
    row(
        Stage::AwaitReadiness,
        DECLARANT,
        |s, _| s.pemeriksaan.batas.map(Limit::At),
        "Menunggu dokumen pelengkap.",
        "Waiting for the supporting documents.",
    )
    .when(|s| s.pemeriksaan.siap.is_some() || s.jalur != Some(Jalur::Merah))
    .then(Then::Readiness),
    row(
        Stage::AwaitReadiness,
        DECLARANT,
        |s, _| s.pemeriksaan.batas.map(Limit::At),
        "Menunggu kesiapan barang untuk pemeriksaan.",
        "Waiting for the goods to be ready for inspection.",
    )
    .when(|s| s.pemeriksaan.dokumen.is_some())
    .then(Then::Readiness),
    row(
        Stage::AwaitReadiness,
        DECLARANT,
        |s, _| s.pemeriksaan.batas.map(Limit::At),
        "Menunggu dokumen pelengkap dan kesiapan barang untuk pemeriksaan.",
        "Waiting for the supporting documents and for the goods to be ready for inspection.",
    )
    .then(Then::Readiness),
    row(
        Stage::AwaitInspector,
        SYSTEM,
        |_, p| Some(Limit::OfficeHours(p.penunjukan_jam)),
        "Menunggu penunjukan pemeriksa fisik.",
        "Waiting for an inspector to be appointed.",
    ),
    row(
        Stage::AwaitInstruction,
        DOCUMENTS,
        |_, p| Some(Limit::OfficeHours(p.instruksi_jam)),
        "Menunggu instruksi pemeriksaan.",
        "Waiting for the inspection instruction.",
    ),
    row(
        Stage::AwaitPackages,
        TERMINAL,
        |_, p| Some(Limit::Days(p.kemasan_hari)),
        "Menunggu TPS mengeluarkan kemasan untuk pemeriksaan.",
        "Waiting for the terminal to pull the packages.",
    ),
    row(
        Stage::AwaitInspection,
        GOODS,
        |_, p| Some(Limit::WorkingDays(p.periksa_hari_kerja)),
        "Menunggu pemeriksaan barang dimulai.",
        "Waiting for the inspection to begin.",
    ),
    row(
        Stage::Inspecting,
        GOODS,
        |_, p| Some(Limit::WorkingDays(p.bap_hari_kerja)),
        "Pemeriksaan barang berlangsung; menunggu BAP.",
        "The inspection runs; waiting for its minutes.",
    ),
    row(
        Stage::AwaitLhp,
        GOODS,
        |_, p| Some(Limit::WorkingDays(p.lhp_hari_kerja)),
        "Menunggu laporan hasil pemeriksaan.",
        "Waiting for the inspection report.",
    ),
];

static EXAMINATION: &[Row] = &[
    row(
        Stage::Examining,
        DOCUMENTS,
        |_, p| Some(Limit::WorkingDays(p.dokumen_hari_kerja)),
        "Menunggu keputusan pejabat pemeriksa dokumen.",
        "Waiting for the document officer's decision.",
    ),
    row(
        Stage::AwaitAnswer,
        DECLARANT,
        |s, _| s.tanya.map(|q| Limit::At(q.batas)),
        "Menunggu jawaban atas permintaan data (NPD).",
        "Waiting for the answer to the request for data (NPD).",
    )
    .when(|s| asks(s, Tanya::Npd))
    .then(Then::QuestionLapse(Tanya::Npd)),
    row(
        Stage::AwaitAnswer,
        DECLARANT,
        |s, _| s.tanya.map(|q| Limit::At(q.batas)),
        "Menunggu deklarasi nilai pabean (DNP) atas INP.",
        "Waiting for the value declaration (DNP) that answers the INP.",
    )
    .when(|s| asks(s, Tanya::Inp))
    .then(Then::QuestionLapse(Tanya::Inp)),
    row(
        Stage::AwaitAnswer,
        DECLARANT,
        |s, _| s.tanya.map(|q| Limit::At(q.batas)),
        "Menunggu jawaban atas nota barang larangan atau pembatasan (NPBL).",
        "Waiting for the answer to the note on restricted goods (NPBL).",
    )
    .when(|s| asks(s, Tanya::Npbl))
    .then(Then::QuestionLapse(Tanya::Npbl)),
    row(
        Stage::AwaitAnswer,
        |_| Role::Penindakan,
        |s, _| s.tanya.map(|q| Limit::At(q.batas)),
        "Menunggu jawaban unit pengawasan.",
        "Waiting for the enforcement unit.",
    )
    .when(|s| asks(s, Tanya::P2))
    .then(Then::QuestionLapse(Tanya::P2)),
    row(
        Stage::AwaitAnswer,
        |_| Role::Laboratorium,
        |s, _| s.tanya.map(|q| Limit::At(q.batas)),
        "Menunggu hasil laboratorium.",
        "Waiting for the laboratory.",
    ),
    row(
        Stage::AwaitSptnp,
        DECLARANT,
        |s, _| s.sptnp.as_ref().map(|d| Limit::At(d.batas)),
        "Menunggu pembayaran atau keberatan atas SPTNP.",
        "Waiting for payment of, or objection to, the SPTNP.",
    )
    .then(Then::SptnpOverdue),
    row(
        Stage::Restricted,
        DECLARANT,
        REMINDER,
        "Izin barang larangan atau pembatasan belum dipenuhi (SPBL).",
        "The licence for the restricted goods is missing (SPBL).",
    ),
    row(
        Stage::AwaitRelease,
        |_| Role::Penindakan,
        |_, p| Some(Limit::WorkingDays(p.nhi_hari_kerja)),
        "Barang ditahan oleh unit pengawasan.",
        "The goods are held by the enforcement unit.",
    ),
    row(
        Stage::Released,
        DECLARANT,
        |_, p| Some(Limit::Days(p.keluar_hari)),
        "SPPB sudah terbit; menunggu barang keluar dari TPS.",
        "Released; waiting for the goods to leave the terminal.",
    ),
    row(
        Stage::PostReview,
        DOCUMENTS,
        |s, _| s.pendaftaran.as_ref().map(|d| Limit::EndOf(d.batas_penetapan)),
        "Penelitian dokumen setelah pengeluaran.",
        "Documents are researched after release.",
    ),
    row(
        Stage::Finished,
        SYSTEM,
        |_, p| Some(Limit::Days(p.arsip_hari)),
        "Proses selesai; menunggu pengarsipan.",
        "The process is complete and waits for the archive.",
    )
    .then(Then::Archive),
];
