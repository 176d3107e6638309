//! Actors, and one usual command of every kind.

use kernel::{KodeBilling, KodeKantor, Npwp, Rupiah};

use super::super::channel::ChannelDecision;
use super::super::*;

pub fn kantor() -> KodeKantor {
    "040300".parse().unwrap()
}

pub fn importir() -> Actor {
    Actor::of(Role::Importir, "importir")
}

pub fn bank() -> Actor {
    Actor::of(Role::Bank, "mpn")
}

pub fn tps() -> Actor {
    Actor::of(Role::Tps, "tps")
}

pub fn sistem() -> Actor {
    Actor::system()
}

/// The officer of a function; the user id is the function's name.
pub fn officer(role: Role) -> Actor {
    let name = serde_json::to_value(role).unwrap().as_str().unwrap().to_owned();
    Actor::officer(role, name, kantor())
}

pub fn npwp() -> Npwp {
    "0990000010999000".parse().unwrap()
}

pub fn berkas(kelas: Kelas) -> Berkas {
    Berkas { kantor: kantor(), npwp: npwp(), kelas }
}

pub fn kode(urutan: u32) -> KodeBilling {
    format!("42026030000{urutan:04}").parse().unwrap()
}

pub const TAGIHAN: Rupiah = Rupiah(21_267_000);

pub fn bayar(nilai: Rupiah) -> Kewajiban {
    Kewajiban { bayar: nilai, ..Kewajiban::default() }
}

/// Guaranteed, and the treasury does not have the guarantee yet.
pub fn dijamin() -> Kewajiban {
    Kewajiban { jaminan: Some(Jaminan::default()), ..Kewajiban::default() }
}

pub fn pembayaran(urutan: u32, nilai: Rupiah, ntpn: &str, waktu_bayar: kernel::Timestamp) -> Pembayaran {
    Pembayaran {
        kode_billing: kode(urutan),
        ntpn: ntpn.parse().unwrap(),
        ntb: "000000000001".to_owned(),
        bank: "Bank Contoh".to_owned(),
        nilai,
        npwp: npwp(),
        waktu_bayar,
    }
}

pub fn keputusan(jalur: Jalur) -> ChannelDecision {
    ChannelDecision { jalur, skor: 0, alasan: Vec::new(), benih: "00".repeat(32) }
}

pub fn selisih() -> Selisih {
    Selisih {
        kunci: "bruto".to_owned(),
        uraian: kernel::Text::fixed("Berat berbeda.", "The weight differs."),
        dinyatakan: "1250".to_owned(),
        tercatat: "1200".to_owned(),
    }
}

pub fn kurang_bayar(nilai: i64) -> Vec<RincianPenetapan> {
    vec![RincianPenetapan { kode: "BM".to_owned(), nilai: Rupiah(nilai) }]
}

fn text() -> String {
    "contoh".to_owned()
}

/// A usual command of every kind, by the actor who usually gives it, fitting the state where it carries its data.
pub fn usual(state: &State, now: kernel::Timestamp) -> Vec<Command> {
    let mut out = filing(state, now);
    out.extend(arrival(state, now));
    out.extend(examination());
    out.extend(side(now));
    out
}

fn filing(state: &State, now: kernel::Timestamp) -> Vec<Command> {
    let kiriman = state.kiriman;
    let last = state.billing.last();
    let urutan = last.map_or(1, |b| b.urutan);
    let owed = last.map_or(TAGIHAN, |b| b.nilai);
    let ntpn = format!("{:016}", state.peristiwa);
    let sampai = now + jiff::SignedDuration::from_hours(120);
    let treasury = || officer(Role::Perbendaharaan);
    let kurang = Rupiah(owed.0 - 1);
    vec![
        Command::new(importir(), Action::Record { kantor: kantor() }),
        Command::new(importir(), Action::Submit { berkas: berkas(Kelas::Umum) }),
        Command::new(importir(), Action::BeginCorrection),
        Command::new(importir(), Action::Resubmit { berkas: berkas(Kelas::Umum) }),
        Command::new(sistem(), Action::InswAnswered { kiriman, hasil: HasilLartas::Sesuai }),
        Command::new(sistem(), insw_returns(kiriman)),
        Command::new(sistem(), insw_flags(kiriman)),
        Command::new(sistem(), Action::ValidationPassed { kiriman, kewajiban: bayar(TAGIHAN) }),
        Command::new(sistem(), Action::ValidationPassed { kiriman, kewajiban: Kewajiban::default() }),
        Command::new(sistem(), Action::ValidationPassed { kiriman, kewajiban: dijamin() }),
        Command::new(sistem(), Action::ValidationFailed { kiriman, temuan: 3 }),
        Command::new(officer(Role::PemeriksaDokumen), Action::ClearLartas { catatan: text() }),
        Command::new(treasury(), Action::ConfirmGuarantee { bpj: "BPJ-1".to_owned() }),
        Command::new(bank(), Action::BillingIssued { urutan, kode: kode(urutan), sampai }),
        Command::new(bank(), Action::BillingFailed { urutan, alasan: text() }),
        Command::new(importir(), Action::RequestBilling { untuk: Untuk::Pib }),
        Command::new(importir(), Action::RequestBilling { untuk: Untuk::Sptnp }),
        Command::new(importir(), Action::CancelBilling { untuk: Untuk::Pib, alasan: text() }),
        Command::new(importir(), Action::CancelBilling { untuk: Untuk::Sptnp, alasan: text() }),
        Command::new(importir(), Action::RequestBilling { untuk: Untuk::Perbaikan }),
        Command::new(bank(), Action::PaymentReported { pembayaran: pembayaran(urutan, owed, &ntpn, now) }),
        Command::new(bank(), Action::PaymentReported { pembayaran: pembayaran(urutan, kurang, &ntpn, now) }),
        Command::new(treasury(), Action::ResolvePayment { terima: true, catatan: text() }),
        Command::new(treasury(), Action::ResolvePayment { terima: false, catatan: text() }),
    ]
}

pub fn insw_returns(kiriman: u32) -> Action {
    let alasan = vec!["Persetujuan impor belum ada".to_owned()];
    Action::InswAnswered { kiriman, hasil: HasilLartas::Dikembalikan { alasan } }
}

pub fn insw_flags(kiriman: u32) -> Action {
    let alasan = vec!["Uraian barang tidak jelas".to_owned()];
    Action::InswAnswered { kiriman, hasil: HasilLartas::PerluPenelitian { alasan } }
}

pub fn matched(kemiripan: u8) -> Action {
    Action::ManifestMatched { pos: "001200030000".to_owned(), kemiripan }
}

pub fn number() -> Action {
    Action::NumberGiven { nomor: "003574".parse().unwrap(), tanggal: "2026-03-02".parse().unwrap() }
}

fn arrival(state: &State, now: kernel::Timestamp) -> Vec<Command> {
    let pfpb = || {
        let mut actor = officer(Role::PemeriksaFisik);
        if let Some(appointed) = &state.pemeriksaan.pemeriksa {
            actor.pengguna.clone_from(appointed);
        }
        actor
    };
    let ppd = || officer(Role::PemeriksaDokumen);
    let channel = |jalur| Command::new(sistem(), Action::ChannelDrawn { keputusan: keputusan(jalur) });
    vec![
        Command::new(sistem(), Action::ManifestMissing),
        Command::new(sistem(), matched(100)),
        Command::new(sistem(), matched(40)),
        Command::new(sistem(), Action::ManifestMismatch { selisih: vec![selisih()] }),
        Command::new(importir(), Action::RetryMatch),
        Command::new(ppd(), Action::DecideSimilarity { setuju: true, catatan: text() }),
        Command::new(ppd(), Action::DecideSimilarity { setuju: false, catatan: text() }),
        Command::new(tps(), Action::StorageConfirmed { waktu: now }),
        channel(Jalur::Hijau),
        channel(Jalur::Merah),
        Command::new(sistem(), number()),
        Command::new(importir(), Action::DocumentsUploaded { jumlah: 4 }),
        Command::new(importir(), Action::GoodsReady),
        Command::new(sistem(), Action::AppointInspector { pemeriksa: "pemeriksa_fisik".to_owned() }),
        Command::new(ppd(), Action::IssueInstruction { tingkat: Tingkat::TigaPuluhPersen }),
        Command::new(tps(), Action::PackagesPulled),
        Command::new(pfpb(), Action::StartInspection),
        Command::new(pfpb(), Action::RecordBap { uraian: text() }),
        Command::new(pfpb(), Action::RecordLhp { sesuai: true, uraian: text() }),
        Command::new(pfpb(), Action::RecordLhp { sesuai: false, uraian: text() }),
    ]
}

pub fn ask(tanya: Tanya) -> Action {
    Action::Ask { tanya, uraian: text() }
}

pub fn answer(tanya: Tanya) -> Action {
    Action::Answer { tanya, uraian: text() }
}

fn examination() -> Vec<Command> {
    let ppd = || officer(Role::PemeriksaDokumen);
    let by = |tanya| match tanya {
        Tanya::P2 => officer(Role::Penindakan),
        Tanya::Lab => ppd(),
        Tanya::Npd | Tanya::Inp | Tanya::Npbl => importir(),
    };
    let questions = [Tanya::Npd, Tanya::Inp, Tanya::Npbl, Tanya::P2, Tanya::Lab];
    let mut out: Vec<Command> = questions.iter().map(|t| Command::new(ppd(), ask(*t))).collect();
    out.extend(questions.iter().map(|t| Command::new(by(*t), answer(*t))));
    let objection = Action::ObjectionWithGuarantee { nomor: "KBR-1".to_owned(), bpj: "BPJ-2".to_owned() };
    out.extend([
        Command::new(ppd(), Action::IssueSptnp { rincian: kurang_bayar(4_000_000) }),
        Command::new(ppd(), Action::IssueSptnp { rincian: kurang_bayar(-4_000_000) }),
        Command::new(importir(), objection),
        Command::new(ppd(), Action::IssueSpbl { alasan: text() }),
        Command::new(importir(), Action::ShowLicence { uraian: text() }),
        Command::new(ppd(), Action::Release { catatan: String::new() }),
        Command::new(ppd(), Action::CloseReview { catatan: String::new() }),
    ]);
    out
}

pub fn gate_out(terakhir: bool) -> Action {
    Action::GateOut { kontainer: vec!["CSQU3054383".to_owned()], terakhir }
}

/// A request that changes one datum, with what is to be paid in addition and what was paid too much.
pub fn amendment(kurang: i64, lebih: i64) -> Action {
    let perubahan = vec![Perubahan {
        pointer: "barang[0].jumlahSatuan".to_owned(),
        semula: "100.0000".to_owned(),
        menjadi: "110.0000".to_owned(),
    }];
    let akibat = Akibat { kurang: Rupiah(kurang), lebih: Rupiah(lebih) };
    Action::RequestAmendment { alasan: "Salah ketik".to_owned(), perubahan, akibat }
}

pub fn amend(setuju: bool) -> Action {
    Action::DecideAmendment { setuju, alasan: text() }
}

fn side(now: kernel::Timestamp) -> Vec<Command> {
    let head = || officer(Role::KepalaKantor);
    let p2 = || officer(Role::Penindakan);
    let tanggal = Zona::Wib.offset().to_datetime(now).date();
    vec![
        Command::new(p2(), Action::HoldNhi { alasan: text() }),
        Command::new(p2(), Action::ReleaseNhi { catatan: String::new() }),
        Command::new(tps(), Action::GateIn),
        Command::new(officer(Role::Hanggar), gate_out(false)),
        Command::new(officer(Role::Hanggar), gate_out(true)),
        Command::new(importir(), Action::RequestCancellation { alasan: text() }),
        Command::new(head(), Action::DecideCancellation { setuju: true, alasan: text() }),
        Command::new(head(), Action::DecideCancellation { setuju: false, alasan: text() }),
        Command::new(importir(), amendment(2_000_000, 0)),
        Command::new(importir(), amendment(0, 2_000_000)),
        Command::new(officer(Role::PemeriksaDokumen), amend(true)),
        Command::new(officer(Role::PemeriksaDokumen), amend(false)),
        Command::new(officer(Role::Hanggar), Action::MoveToTpp { tanggal }),
        Command::new(sistem(), Action::Tick),
        Command::new(
            sistem(),
            Action::PartnerUnavailable { mitra: "INSW".to_owned(), alasan: "waktu habis".to_owned() },
        ),
    ]
}
