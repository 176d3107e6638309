//! Whether a letter is genuine: what its QR leads to, for anybody who holds the paper.

use kernel::Date;
use serde::Deserialize;
use store::declarations::{self, Declaration};
use store::frozen;
use store::respon::{self, Respon};

use crate::reference::office_day;
use crate::{App, Error};

/// Most characters of a code that are looked at.
const LONGEST: usize = 64;
/// Characters of the fingerprint that are shown: enough to compare by eye.
const FINGERPRINT: usize = 16;
/// Last characters of the nomor aju that are shown: they tell two letters apart and name nobody.
const AJU_TAIL: usize = 6;
/// Digits of a code: no I, L, O or U, which people misread.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What the public may know of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Short name, for example `SPPB`.
    pub title: String,
    /// For example `2003`.
    pub kode_respon: String,
    /// Number, when the letter has one.
    pub nomor: Option<String>,
    /// Date on the letter.
    pub tanggal: Date,
    /// Office.
    pub kantor: String,
    /// Last six characters of the nomor aju.
    pub aju_tail: String,
    /// First sixteen hex digits of the document's fingerprint, which the letter prints whole.
    pub fingerprint: Option<String>,
}

/// Answer to a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verification {
    /// No letter has this code.
    Unknown,
    /// Issued here and in force.
    Authentic(Letter),
    /// Issued here; another letter took its place.
    Superseded(Letter),
}

/// What the letter is made from, as far as this page needs it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Origin {
    revision: u32,
}

/// A letter and what it was issued for.
struct Found {
    respon: Respon,
    declaration: Declaration,
    sha256: Option<String>,
}

/// Looks a code up, as the link has it or as a person types it. Any text may be handed in, and every code that is not a
/// letter's costs the same.
pub fn verify(app: &App, typed: &str) -> Result<Verification, Error> {
    // PostgreSQL refuses a zero character in a text, and no code holds anything but these.
    let exact: String = typed.chars().filter(char::is_ascii_graphic).take(LONGEST).collect();
    let regrouped = regroup(&exact);
    let found = app.db().read(move |tx| {
        let as_typed = respon::by_verify_code(tx, &exact)?;
        let as_printed = respon::by_verify_code(tx, &regrouped)?;
        let Some(respon) = as_typed.or(as_printed) else { return Ok::<_, Error>(None) };
        let declaration = declarations::by_id(tx, &respon.declaration_id)?.ok_or(Error::NotFound)?;
        let origin: Origin = serde_json::from_str(&respon.data).unwrap_or_default();
        let sha256 = match origin.revision {
            0 => None,
            revision => frozen::one(tx, &declaration.id, revision)?.map(|frozen| frozen.sha256),
        };
        Ok(Some(Found { respon, declaration, sha256 }))
    })?;
    Ok(found.map_or(Verification::Unknown, |found| {
        let superseded = found.respon.superseded_by.is_some();
        let letter = shown(app, found);
        if superseded { Verification::Superseded(letter) } else { Verification::Authentic(letter) }
    }))
}

/// A code for a new letter out of fresh random bits: 60 of them, `7KQ2-M9TX-4HVD`.
pub fn code(secret: &[u8; 32]) -> String {
    let digits = secret.iter().take(12).map(|byte| char::from(DIGITS[usize::from(byte % 32)]));
    grouped(digits)
}

/// The code as printed, whatever case, spaces or look-alikes were typed.
pub(super) fn regroup(typed: &str) -> String {
    let plain = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    });
    grouped(plain)
}

fn grouped(plain: impl Iterator<Item = char>) -> String {
    let mut code = String::with_capacity(16);
    for (i, c) in plain.enumerate() {
        if i > 0 && i % 4 == 0 {
            code.push('-');
        }
        code.push(c);
    }
    code
}

/// The public side of a letter.
fn shown(app: &App, found: Found) -> Letter {
    let Found { respon, declaration, sha256 } = found;
    let (kantor, zone) = office(app, &declaration.kode_kantor);
    let aju = &declaration.nomor_aju;
    Letter {
        tanggal: office_day(respon.at, &zone),
        title: respon.title,
        kode_respon: respon.kode_respon,
        nomor: respon.nomor_respon,
        kantor,
        aju_tail: aju.get(aju.len().saturating_sub(AJU_TAIL)..).unwrap_or_default().to_owned(),
        fingerprint: sha256.map(|hex| hex.chars().take(FINGERPRINT).collect()),
    }
}

/// Name and zone of an office by the reference data in force: older versions are not loaded for strangers.
fn office(app: &App, kode: &str) -> (String, String) {
    let now = app.now();
    let day = app.current().day(app.db(), now, office_day(now, "WIB"));
    let known = day.ok().and_then(|day| {
        let kantor = day.snapshot.kantor(kode)?;
        Some((kantor.nama().to_owned(), kantor.zona_waktu().to_owned()))
    });
    known.unwrap_or_else(|| (format!("Kantor Pabean {kode}"), "WIB".to_owned()))
}
