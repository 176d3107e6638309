//! Riwayat aktivitas: what happened to a company's accounts, rights, powers and keys.

use jiff::Timestamp;
use kernel::Text;
use store::accounts;
use store::audit::{self, Page};

use crate::access::{Actor, UseCase};
use crate::{App, Error};

/// Most rows of a page.
const MOST: u32 = 100;

/// Which events.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only this kind.
    pub kind: Option<String>,
    /// Only by this account.
    pub account: Option<String>,
    /// Continue below: what the page before gave as `next`.
    pub below: Option<String>,
    /// Rows, at most 100.
    pub limit: u32,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// When.
    pub at: Timestamp,
    /// Who, by name.
    pub who: String,
    /// Kind.
    pub kind: String,
    /// What it was, for people.
    pub what: Text,
    /// What it was about: the name of an account, or an id.
    pub subject: String,
    /// Network address, where it was noted.
    pub address: Option<String>,
}

/// A page of events, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditPage {
    /// Rows.
    pub rows: Vec<AuditRow>,
    /// Where the next page begins; none at the end.
    pub next: Option<String>,
}

/// Kinds of events with what people read.
pub static KINDS: [(&str, Text); 35] = [
    ("akun.dibuka", Text::fixed("Akun dibuka", "Account opened")),
    ("akun.aktivasi", Text::fixed("Akun lama diaktifkan", "Old account activated")),
    ("akun.masuk", Text::fixed("Masuk ke portal", "Logged in")),
    ("akun.masuk.gagal", Text::fixed("Percobaan masuk gagal", "Failed attempt to log in")),
    ("akun.masuk.h2h", Text::fixed("Masuk lewat API", "Logged in through the API")),
    ("akun.kunci.pasang", Text::fixed("Kunci sandi dipasang", "Passkey set up")),
    ("akun.kunci.lepas", Text::fixed("Kunci sandi dilepas", "Passkey removed")),
    ("akun.kunci.salinan", Text::fixed("Salinan kunci sandi ditolak", "Copy of a passkey refused")),
    ("akun.keluar", Text::fixed("Keluar", "Logged out")),
    ("akun.sesi.baru", Text::fixed("Sesi diperbarui", "Session renewed")),
    ("akun.sesi.akhir", Text::fixed("Sesi diakhiri", "Session ended")),
    ("akun.kata_sandi.reset", Text::fixed("Kata sandi disetel ulang", "Password reset")),
    ("akun.kata_sandi.ganti", Text::fixed("Kata sandi diganti", "Password changed")),
    ("akun.email.minta", Text::fixed("Penggantian e-mail diminta", "Change of e-mail asked for")),
    ("akun.email.ganti", Text::fixed("E-mail diganti", "E-mail changed")),
    ("akun.profil", Text::fixed("Profil diubah", "Profile changed")),
    ("akun.faktor.pasang", Text::fixed("Faktor kedua dipasang", "Second factor set up")),
    ("akun.faktor.lepas", Text::fixed("Faktor kedua dilepas", "Second factor removed")),
    ("akun.faktor.kode_baru", Text::fixed("Kode pemulihan dibuat", "Recovery codes made")),
    ("akun.faktor.pemulihan", Text::fixed("Kode pemulihan dipakai", "Recovery code used")),
    ("akun.faktor.gagal", Text::fixed("Kode atau kata sandi salah", "Wrong code or password")),
    ("akun.undangan.diterima", Text::fixed("Undangan diterima", "Invitation accepted")),
    ("pengguna.undang", Text::fixed("Pengguna diundang", "User invited")),
    ("pengguna.hak", Text::fixed("Hak akses diubah", "Rights changed")),
    ("pengguna.nonaktif", Text::fixed("Pengguna dinonaktifkan", "User closed")),
    ("pengguna.aktif", Text::fixed("Pengguna diaktifkan kembali", "User opened again")),
    ("kuasa.beri", Text::fixed("Surat kuasa diberikan", "Power of attorney given")),
    ("kuasa.cabut", Text::fixed("Surat kuasa dicabut", "Power of attorney taken back")),
    ("kunci.buat", Text::fixed("Kunci API dibuat", "API key made")),
    ("kunci.cabut", Text::fixed("Kunci API dicabut", "API key taken back")),
    ("webhook.buat", Text::fixed("Webhook dibuat", "Webhook set up")),
    ("webhook.ubah", Text::fixed("Webhook diubah", "Webhook changed")),
    ("webhook.kunci", Text::fixed("Kunci webhook diganti", "Webhook key replaced")),
    ("webhook.ulang", Text::fixed("Webhook dikirim ulang", "Webhook sent again")),
    ("webhook.hapus", Text::fixed("Webhook dihapus", "Webhook removed")),
];

fn what(kind: &str) -> Text {
    let known = KINDS.iter().find(|(word, _)| *word == kind);
    known.map_or_else(|| Text::made(kind.to_owned(), kind.to_owned()), |(_, text)| text.clone())
}

/// Events of the actor's company, newest first.
pub fn list(app: &App, actor: &Actor, filter: &Filter) -> Result<AuditPage, Error> {
    actor.may(UseCase::ReadAudit)?;
    let company = actor.company()?.to_owned();
    let limit = filter.limit.clamp(1, MOST);
    let page = Page {
        kind: filter.kind.clone().filter(|k| !k.is_empty() && k.len() <= 60),
        actor: filter.account.clone().filter(|a| !a.is_empty() && a.len() <= 60),
        below: filter.below.as_deref().and_then(place),
        limit: limit + 1,
    };
    app.db().read(move |tx| {
        let mut events = audit::of_company(tx, &company, &page)?;
        let more = events.len() > limit as usize;
        events.truncate(limit as usize);
        let next = events.last().filter(|_| more).map(|e| format!("{}.{}", e.at.as_microsecond(), e.id));
        let mut rows = Vec::with_capacity(events.len());
        for event in events {
            let body: serde_json::Value = serde_json::from_str(&event.body).unwrap_or_default();
            let name = |account: Option<accounts::Account>, id: &str| {
                account.map_or_else(|| id.to_owned(), |a| a.display_name)
            };
            rows.push(AuditRow {
                at: event.at,
                who: name(accounts::by_id(tx, &event.actor)?, &event.actor),
                what: what(&event.kind),
                subject: name(accounts::by_id(tx, &event.subject)?, &event.subject),
                kind: event.kind,
                address: body["alamat"].as_str().map(str::to_owned),
            });
        }
        Ok(AuditPage { rows, next })
    })
}

/// Time and id out of the word that a page gave.
fn place(word: &str) -> Option<(Timestamp, String)> {
    let (at, id) = word.split_once('.').filter(|_| word.len() <= 100)?;
    Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, id.to_owned()))
}
