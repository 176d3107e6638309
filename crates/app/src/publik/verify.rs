//! Whether a letter is genuine: what its QR leads to, for anybody who holds the paper.

use jiff::civil::Date;
use store::Fault;
use store::respon::{self, Respon};

use crate::reference::office_day;
use crate::surat::Kop;
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
    /// Office, when the letter names one.
    pub kantor: Option<String>,
    /// Last six characters of the nomor aju.
    pub aju_tail: Option<String>,
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

/// Looks a code up, as the link has it or as a person types it. Any text may be handed in; the same work is done for all.
pub fn verify(app: &App, typed: &str) -> Result<Verification, Error> {
    // PostgreSQL refuses a zero character in a text, and no code holds anything but these.
    let exact: String = typed.chars().filter(char::is_ascii_graphic).take(LONGEST).collect();
    let regrouped = regroup(&exact);
    let found = app.db().read(move |tx| {
        // Both look-ups always run, so that the time says nothing about how close a guess was.
        let as_typed = respon::by_verify_code(tx, &exact)?;
        let as_printed = respon::by_verify_code(tx, &regrouped)?;
        Ok(as_typed.or(as_printed))
    });
    let found = found.map_err(|fault: Fault| Error::from(fault))?;
    Ok(found.map_or(Verification::Unknown, |respon| {
        let letter = shown(&respon);
        if respon.superseded_by.is_some() { Verification::Superseded(letter) } else { Verification::Authentic(letter) }
    }))
}

/// A code for a new letter out of fresh random bits: 60 of them, `7KQ2-M9TX-4HVD`.
pub fn code(secret: &[u8; 32]) -> String {
    let digits = secret.iter().take(12).map(|byte| char::from(DIGITS[usize::from(byte % 32)]));
    grouped(digits)
}

/// The code as printed, whatever case, spaces or look-alikes were typed.
fn regroup(typed: &str) -> String {
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

/// Picks the public members out of the letter's frozen data.
fn shown(respon: &Respon) -> Letter {
    let data: serde_json::Value = serde_json::from_str(&respon.data).unwrap_or_default();
    let kop: Option<Kop> = serde_json::from_value(data["kop"].clone()).ok();
    let aju = data["acuan"]["nomorAju"].as_str().unwrap_or_default();
    let fingerprint: String = kop.iter().flat_map(|kop| kop.sidik.chars()).take(FINGERPRINT).collect();
    Letter {
        title: respon.title.clone(),
        kode_respon: respon.kode_respon.clone(),
        nomor: respon.nomor_respon.clone(),
        tanggal: kop.as_ref().map_or_else(|| office_day(respon.at, "WIB"), |kop| kop.waktu.date()),
        kantor: kop.map(|kop| kop.kantor).filter(|name| !name.is_empty()),
        aju_tail: tail(aju),
        fingerprint: Some(fingerprint).filter(|text| text.len() == FINGERPRINT),
    }
}

/// The end of the number, when there is more before it.
fn tail(aju: &str) -> Option<String> {
    let skip = aju.chars().count().checked_sub(AJU_TAIL).filter(|skip| *skip > 0)?;
    Some(aju.chars().skip(skip).collect())
}
