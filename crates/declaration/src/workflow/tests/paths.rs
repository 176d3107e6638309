//! Declarations that got somewhere, for the examples and the matrix.

use super::super::*;
use super::actions::*;
use super::case::Case;

pub fn recorded() -> Case {
    Case::new().act(importir(), Action::Record { kantor: kantor() })
}

pub fn submitted(kelas: Kelas) -> Case {
    recorded().act(importir(), Action::Submit { berkas: berkas(kelas) })
}

pub fn insw_ok(case: Case) -> Case {
    let kiriman = case.state.kiriman;
    case.later(5).act(sistem(), Action::InswAnswered { kiriman, hasil: HasilLartas::Sesuai })
}

pub fn passed(case: Case, kewajiban: Kewajiban) -> Case {
    let kiriman = case.state.kiriman;
    case.later(5).act(sistem(), Action::ValidationPassed { kiriman, kewajiban })
}

pub fn failed(case: Case) -> Case {
    let kiriman = case.state.kiriman;
    case.later(5).act(sistem(), Action::ValidationFailed { kiriman, temuan: 3 })
}

/// Validated, nothing to pay: the manifest comes next.
pub fn free(kelas: Kelas) -> Case {
    passed(insw_ok(submitted(kelas)), Kewajiban::default())
}

pub fn billing_requested() -> Case {
    passed(insw_ok(submitted(Kelas::Umum)), bayar(TAGIHAN))
}

pub fn billing_issued(case: Case) -> Case {
    let last = case.state.billing.last().unwrap();
    let (urutan, untuk) = (last.urutan, last.untuk);
    let sampai = case.context().billing_valid_until(&case.state, untuk);
    case.later(1).act(bank(), Action::BillingIssued { urutan, kode: kode(urutan), sampai })
}

pub fn paid(case: Case, ntpn: &str) -> Case {
    let last = case.state.billing.last().unwrap();
    let report = pembayaran(last.urutan, last.nilai, ntpn, case.now);
    case.act(bank(), Action::PaymentReported { pembayaran: report })
}

pub fn stored(case: Case) -> Case {
    let waktu = case.now;
    case.act(tps(), Action::StorageConfirmed { waktu })
}

/// From the manifest to the channel, goods stored.
pub fn channelled(case: Case, jalur: Jalur) -> Case {
    stored(case.later(5).act(sistem(), matched(100)))
        .later(1)
        .act(sistem(), Action::ChannelDrawn { keputusan: keputusan(jalur) })
}

pub fn numbered(case: Case, jalur: Jalur) -> Case {
    channelled(case, jalur).later(1).act(sistem(), number())
}

pub fn red() -> Case {
    numbered(free(Kelas::Umum), Jalur::Merah)
}

pub fn prepared() -> Case {
    red().later(30).act(importir(), Action::DocumentsUploaded { jumlah: 4 }).act(importir(), Action::GoodsReady)
}

pub fn appointed() -> Case {
    prepared().later(10).act(sistem(), Action::AppointInspector { pemeriksa: "pemeriksa_fisik".to_owned() })
}

pub fn instructed() -> Case {
    let instruction = Action::IssueInstruction { tingkat: Tingkat::SepuluhPersen };
    appointed().later(10).act(officer(Role::PemeriksaDokumen), instruction)
}

pub fn pulled() -> Case {
    instructed().later(60).act(tps(), Action::PackagesPulled)
}

pub fn inspecting() -> Case {
    pulled().later(60).act(officer(Role::PemeriksaFisik), Action::StartInspection)
}

pub fn minuted() -> Case {
    inspecting().later(60).act(officer(Role::PemeriksaFisik), Action::RecordBap { uraian: "Sesuai".to_owned() })
}

pub fn examining(sesuai: bool) -> Case {
    let report = Action::RecordLhp { sesuai, uraian: "Laporan".to_owned() };
    minuted().later(30).act(officer(Role::PemeriksaFisik), report)
}

pub fn asked(tanya: Tanya) -> Case {
    examining(true).act(officer(Role::PemeriksaDokumen), ask(tanya))
}

pub fn determined() -> Case {
    examining(true).act(officer(Role::PemeriksaDokumen), Action::IssueSptnp { rincian: kurang_bayar(4_000_000) })
}

pub fn green() -> Case {
    numbered(free(Kelas::Umum), Jalur::Hijau)
}

pub fn left(case: Case) -> Case {
    case.later(120).act(officer(Role::Hanggar), gate_out(true))
}

pub fn finished() -> Case {
    left(green()).act(officer(Role::PemeriksaDokumen), Action::CloseReview { catatan: String::new() })
}

pub fn held(case: Case) -> Case {
    case.act(officer(Role::Penindakan), Action::HoldNhi { alasan: "Informasi intelijen".to_owned() })
}

pub fn cancelled() -> Case {
    green()
        .act(importir(), Action::RequestCancellation { alasan: "Dikirim dua kali".to_owned() })
        .act(officer(Role::KepalaKantor), Action::DecideCancellation { setuju: true, alasan: "Setuju".to_owned() })
}

pub fn amendment_asked() -> Case {
    green().act(importir(), amendment(2_000_000, 0))
}

pub fn amendment_granted() -> Case {
    amendment_asked().act(officer(Role::PemeriksaDokumen), amend(true))
}

fn flagged() -> Case {
    let case = submitted(Kelas::Umum).act(sistem(), insw_flags(1));
    passed(case, bayar(TAGIHAN))
}

fn guaranteed() -> Case {
    passed(insw_ok(submitted(Kelas::Umum)), dijamin())
}

fn disputed() -> Case {
    let case = billing_issued(billing_requested());
    let report = pembayaran(1, kernel::Rupiah(1), "0000000000000009", case.now);
    case.act(bank(), Action::PaymentReported { pembayaran: report })
}

pub fn abandoned() -> Case {
    let case = stored(free(Kelas::Umum));
    case.at("2026-04-02 00:00").act(sistem(), Action::Tick)
}

/// A declaration at every place that the matrix shows.
pub fn places() -> Vec<(&'static str, Case)> {
    let ppd = || officer(Role::PemeriksaDokumen);
    let rejected = || failed(insw_ok(submitted(Kelas::Umum)));
    let ready = || stored(free(Kelas::Umum).act(sistem(), matched(100)));
    let cancel = Action::CancelBilling { untuk: Untuk::Pib, alasan: "Salah".to_owned() };
    let withheld = channelled(held(free(Kelas::Umum)), Jalur::Hijau).act(sistem(), number());
    vec![
        ("nothing recorded", Case::new()),
        ("recorded", recorded()),
        ("at INSW", submitted(Kelas::Umum)),
        ("returned by INSW", submitted(Kelas::Umum).act(sistem(), insw_returns(1))),
        ("being corrected", rejected().act(importir(), Action::BeginCorrection)),
        ("validating", insw_ok(submitted(Kelas::Umum))),
        ("rejected", rejected()),
        ("licence review", flagged()),
        ("NPBL before acceptance", flagged().act(ppd(), ask(Tanya::Npbl))),
        ("awaiting guarantee", guaranteed()),
        ("billing requested", billing_requested()),
        ("awaiting payment", billing_issued(billing_requested())),
        ("payment disputed", disputed()),
        ("billing cancelled", billing_issued(billing_requested()).act(importir(), cancel)),
        ("awaiting manifest", free(Kelas::Umum)),
        ("awaiting manifest, paid", paid(billing_issued(billing_requested()), "0000000000000001")),
        ("manifest mismatch", free(Kelas::Umum).act(sistem(), Action::ManifestMismatch { selisih: vec![selisih()] })),
        ("doubtful consignee", free(Kelas::Umum).act(sistem(), matched(40))),
        ("awaiting storage", free(Kelas::Umum).act(sistem(), matched(100))),
        ("abandoned", abandoned()),
        ("ready for channel", ready()),
        ("channelled", channelled(free(Kelas::Umum), Jalur::Merah)),
        ("release withheld by NHI", withheld),
        ("red, preparing", red()),
        ("red, documents only", red().act(importir(), Action::DocumentsUploaded { jumlah: 4 })),
        ("awaiting inspector", prepared()),
        ("awaiting instruction", appointed()),
        ("awaiting packages", instructed()),
        ("awaiting inspection", pulled()),
        ("inspecting", inspecting()),
        ("awaiting report", minuted()),
        ("examining", examining(true)),
        ("examining, held by NHI", held(examining(true))),
        ("NPD open", asked(Tanya::Npd)),
        ("INP open", asked(Tanya::Inp)),
        ("NPBL open", asked(Tanya::Npbl)),
        ("enforcement asked", asked(Tanya::P2)),
        ("at the laboratory", asked(Tanya::Lab)),
        ("SPTNP, billing requested", determined()),
        ("SPTNP, billing issued", billing_issued(determined())),
        ("restricted (SPBL)", examining(true).act(ppd(), Action::IssueSpbl { alasan: "Izin".to_owned() })),
        ("green, released", green()),
        ("green, partly left", green().act(officer(Role::Hanggar), gate_out(false))),
        ("green, NPD after release", green().act(ppd(), ask(Tanya::Npd))),
        ("green, SPTNP after release", green().act(ppd(), Action::IssueSptnp { rincian: kurang_bayar(4_000_000) })),
        ("green, left, in review", left(green())),
        ("red, released", examining(true).act(ppd(), Action::Release { catatan: String::new() })),
        (
            "cancellation requested",
            green().act(importir(), Action::RequestCancellation { alasan: "Dikirim dua kali".to_owned() }),
        ),
        ("amendment requested", amendment_asked()),
        ("amendment granted, to be paid", billing_issued(amendment_granted())),
        ("finished", finished()),
        ("archived", finished().at("2026-05-01 00:00").act(sistem(), Action::Tick)),
        ("cancelled", cancelled()),
        ("forfeited", abandoned().at("2026-06-05 00:00").act(sistem(), Action::Tick)),
    ]
}
