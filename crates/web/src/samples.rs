//! Every page from invented data: for the snapshot tests, and to look at while changing templates.

use app::publik::{Letter, Queue, ReferenceInForce, SentMail, ServiceStatus, Verification};
use askama::Template;
use jiff::Timestamp;
use jiff::civil::date;

use crate::DemoAccount;
use crate::asset;
use crate::komponen::{self, Look};
use crate::lang::Lang;
use crate::problem::Problem;
use crate::publik::{HomeView, OutboxView, StatusView, VerifyView};
use crate::reader::Reader;
use crate::shell::{self, Place};

/// A page of samples.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Short name, for addresses and snapshots.
    pub name: &'static str,
    /// The page.
    pub html: String,
}

/// All pages in one language.
pub fn pages(lang: Lang) -> Vec<Sample> {
    let mut pages = vec![home(lang, true), home(lang, false), form(lang)];
    pages.extend(verified(lang));
    pages.extend([outbox(lang, &mails()), outbox(lang, &[])]);
    pages.extend(statuses(lang));
    pages.extend(problems(lang));
    pages.extend(components(lang));
    pages
}

/// Styles, scripts, mark: address, media type, content.
pub fn assets() -> Vec<(String, &'static str, &'static [u8])> {
    asset::ALL.iter().map(|asset| (asset.href(), asset.media_type(), asset.bytes())).collect()
}

/// 2026-03-05 10:09 in Jakarta.
fn now() -> Timestamp {
    Timestamp::from_second(1_772_680_140).unwrap_or_default()
}

fn place(lang: Lang, demo: bool, path: &str) -> Place {
    let reader = Reader { lang, path: path.into(), ..Reader::default() };
    Place { reader, installation: "Pabean".into(), demo, ..Place::default() }
}

fn frame<B: Template>(name: &'static str, place: &Place, page: (&str, &B)) -> Sample {
    let html = shell::render(place, page.0, page.1).map(|html| html.0).unwrap_or_default();
    Sample { name, html }
}

fn components(lang: Lang) -> [Sample; 3] {
    [
        ("komponen", Look::Usual, ""),
        ("komponen-salah", Look::Wrong, "hal=3"),
        ("komponen-kosong", Look::Empty, "cari=x"),
    ]
    .map(|(name, look, query)| {
        let html = komponen::page(place(lang, true, "/komponen"), look, query);
        Sample { name, html: html.map(|html| html.0).unwrap_or_default() }
    })
}

fn home(lang: Lang, demo: bool) -> Sample {
    let accounts = if demo { accounts() } else { Vec::new() };
    let simulator = demo.then(|| "http://127.0.0.1:8090/".to_owned());
    let base = if demo { "http://127.0.0.1:8080" } else { "https://pabean.example.go.id" };
    let view = HomeView::new(lang, demo, base, simulator, &accounts);
    frame(if demo { "beranda-demo" } else { "beranda" }, &place(lang, demo, "/"), (view.title(), &view))
}

fn accounts() -> Vec<DemoAccount> {
    let account = |role: &str, company: &str, username: &str| DemoAccount {
        role: role.into(),
        company: company.into(),
        username: username.into(),
    };
    vec![
        account("PENGGUNA_JASA", "PT Contoh Sejahtera Abadi", "contoh.sejahtera"),
        account("PENGGUNA_JASA", "PT Jasa Kepabeanan Contoh", "contoh.ppjk"),
        account("PPD", "KPU Bea dan Cukai Tanjung Priok", "dokumen.priok"),
        account("PFPB", "KPU Bea dan Cukai Tanjung Priok", "fisik.priok"),
        account("OPERATOR", "Pabean", "operator"),
    ]
}

fn form(lang: Lang) -> Sample {
    let view = VerifyView::form(lang);
    frame("cek-surat", &place(lang, true, "/verifikasi"), (view.title, &view))
}

fn letter() -> Letter {
    Letter {
        title: "Surat Persetujuan Pengeluaran Barang".into(),
        kode_respon: "2003".into(),
        nomor: Some("000123/KBC.0403/2026".into()),
        tanggal: date(2026, 3, 5),
        kantor: "Kantor Pelayanan Utama Bea dan Cukai Tanjung Priok".into(),
        aju_tail: "000017".into(),
        fingerprint: Some("e3b0c44298fc1c14".into()),
    }
}

fn verified(lang: Lang) -> [Sample; 4] {
    let bare = Letter { nomor: None, fingerprint: None, ..letter() };
    [
        ("surat-asli", Verification::Authentic(letter())),
        ("surat-tanpa-nomor", Verification::Authentic(bare)),
        ("surat-digantikan", Verification::Superseded(letter())),
        ("surat-tidak-dikenal", Verification::Unknown),
    ]
    .map(|(name, verification)| {
        let view = VerifyView::result(lang, "7KQ2-M9TX-4HVD", &verification);
        frame(name, &place(lang, false, "/verifikasi/7KQ2-M9TX-4HVD"), (view.title, &view))
    })
}

fn mails() -> Vec<SentMail> {
    let mail = |subject: &str, body: &str| SentMail {
        to: "impor@contoh-sejahtera.example".into(),
        subject: subject.into(),
        body: body.into(),
        at: now(),
    };
    vec![
        mail(
            "Surat baru untuk 000020CTH00120260305000017",
            "Surat SPPB telah terbit untuk dokumen 000020CTH00120260305000017.\n\nBuka portal untuk membacanya.\n\n\
             A letter has been issued for document 000020CTH00120260305000017.",
        ),
        mail("Kode billing <terbit> & menunggu", "Bayar sebelum batas waktunya."),
    ]
}

fn outbox(lang: Lang, mails: &[SentMail]) -> Sample {
    let view = OutboxView::new(lang, mails);
    let name = if mails.is_empty() { "kotak-keluar-kosong" } else { "kotak-keluar" };
    frame(name, &place(lang, true, "/kotak-keluar"), (view.title(), &view))
}

fn statuses(lang: Lang) -> [Sample; 3] {
    let queue = |kind: &str, waiting, dead| Queue { kind: kind.into(), waiting, dead };
    let calm = ServiceStatus {
        at: now(),
        engine: "SQLite",
        reference: Some(ReferenceInForce { version: 1, since: now() }),
        queues: Vec::new(),
        due_since: None,
    };
    let troubled = ServiceStatus {
        engine: "PostgreSQL",
        reference: None,
        queues: vec![queue("insw", 1_284, 0), queue("kabar", 3, 2), queue("lain", 1, 0)],
        due_since: Timestamp::from_second(now().as_second() - 400).ok(),
        ..calm.clone()
    };
    let states = |insw: &str, tps: &str| -> Vec<(String, String)> {
        [("INSW", insw), ("MPN", "closed"), ("TPS", tps), ("OSS/DJP", "closed")]
            .map(|(n, s)| (n.into(), s.into()))
            .into()
    };
    [
        ("status-baik", Some(&calm), states("closed", "closed")),
        ("status-gangguan", Some(&troubled), states("open", "half-open")),
        ("status-tanpa-basis-data", None, states("closed", "closed")),
    ]
    .map(|(name, status, partners)| {
        let view = StatusView::new(lang, status, &partners);
        frame(name, &place(lang, false, "/status-layanan"), (view.title(), &view))
    })
}

fn problems(lang: Lang) -> [Sample; 4] {
    [
        ("tidak-ada", Problem::NotFound),
        ("metode", Problem::Method),
        ("sibuk", Problem::Busy),
        ("kesalahan", Problem::Fault("00c0ffee00c0ffee".into())),
    ]
    .map(|(name, problem)| {
        let view = problem.view(lang);
        frame(name, &place(lang, false, "/"), (view.title, &view))
    })
}
