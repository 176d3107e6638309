//! One letter of every kind from the example document and the starter pack, read back into what the renderer prints.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;

use declaration::levy::LevyParams;
use declaration::workflow::{Actor, Event, Fact, Jalur, Pembayaran, Role};
use declaration::{Limits, Pib, Raw, Section, figures};
use kernel::{Date, Rupiah, Timestamp};
use reference::{Snapshot, TableKind};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::*;
use crate::surat::Pejabat;

mod bills;
mod decisions;
mod forms;
mod general_letters;
mod inspections;
mod lists;
mod releases;

/// A Friday in a week of sample rates: USD 16,300.
pub(super) const TODAY: Date = Date::constant(2026, 3, 6);
pub(super) const HASH: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
pub(super) const AJU: &str = "000020CTH00120260306000001";

/// 16.00 WIB on that Friday.
pub(super) fn now() -> Timestamp {
    "2026-03-06T09:00:00Z".parse().unwrap()
}

fn root(relative: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(relative)
}

pub(super) fn doc() -> Pib {
    let bytes = std::fs::read(root("examples/pib-hijau.json")).unwrap();
    Pib::from_raw(Raw::parse(&bytes, &Limits::default()).unwrap())
}

/// The starter pack as version 1.
pub(super) fn snapshot() -> &'static Snapshot {
    static SNAPSHOT: OnceLock<Snapshot> = OnceLock::new();
    SNAPSHOT.get_or_init(|| {
        let mut blobs: BTreeMap<TableKind, Vec<u8>> = BTreeMap::new();
        for file in std::fs::read_dir(root("reference")).unwrap().map(|entry| entry.unwrap().path()) {
            if file.extension().is_some_and(|e| e == "csv") {
                let bytes = std::fs::read(&file).unwrap();
                let kind = reference::recognise(&file.file_name().unwrap().to_string_lossy(), &bytes).unwrap();
                blobs.insert(kind, reference::parse(kind, &bytes).unwrap().canonical());
            }
        }
        Snapshot::build(1, &blobs).unwrap()
    })
}

pub(super) fn params() -> LevyParams {
    figures::params(snapshot(), TODAY).unwrap()
}

/// The system issues `kode_respon` because of `fact`.
pub(super) fn issue(kode_respon: &str, fact: Fact) -> Issue {
    Issue {
        kode_respon: kode_respon.to_owned(),
        event: Event { waktu: now(), oleh: Actor::system(), isi: fact },
        state: LetterState {
            pendaftaran: Some(declaration::workflow::Pendaftaran {
                nomor: "003574".parse().unwrap(),
                tanggal: TODAY,
                batas_penetapan: Date::constant(2026, 4, 5),
            }),
            jalur: Some(Jalur::Merah),
            ..LetterState::default()
        },
        revision: 1,
        reference_version: 1,
        today: TODAY,
        instalasi: "Pabean".to_owned(),
        base_url: "https://pabean.example".to_owned(),
        extra: Value::Null,
    }
}

/// The same by an officer.
pub(super) fn by(role: Role, mut issue: Issue) -> Issue {
    issue.event.oleh = Actor::officer(role, "petugas-1", "040300".parse().unwrap());
    issue
}

/// The same with an addition.
pub(super) fn with(extra: impl Into<Value>, mut issue: Issue) -> Issue {
    issue.extra = extra.into();
    issue
}

pub(super) fn try_assemble(issue: &Issue, doc: &Pib) -> Result<Letter, LetterProblem> {
    // As it is stored: the letter has to come from what the database gives back.
    let stored: Issue = serde_json::from_str(&serde_json::to_string(issue).unwrap()).unwrap();
    assert_eq!(&stored, issue);
    let source = Source {
        nomor_respon: Some("000123/KBC.0403/2026"),
        waktu: now(),
        verify_code: "7KQ2-M9TX-4HVD",
        nomor_aju: AJU,
        kode_kantor: "040300",
        sha256: HASH,
        doc,
        snapshot: snapshot(),
        params: &params(),
    };
    assemble(&stored, &source)
}

/// The letter read back as the renderer reads it; nothing may get lost on the way.
#[track_caller]
pub(super) fn letter<T: Serialize + DeserializeOwned>(kind: &str, issue: &Issue) -> T {
    let (made, data) = try_assemble(issue, &doc()).unwrap();
    assert_eq!(made, kind);
    let letter: T = serde_json::from_value(data.clone()).unwrap();
    assert_eq!(serde_json::to_value(&letter).unwrap(), data);
    letter
}

pub(super) fn officer() -> Pejabat {
    Pejabat { nama: "Umpama Kusuma".into(), nip: "198503032010031003".into(), jabatan: "PPD".into() }
}

pub(super) fn payment(nilai: i64) -> Pembayaran {
    Pembayaran {
        kode_billing: "420260306000001".parse().unwrap(),
        ntpn: "A1B2C3D4E5F6G7H8".parse().unwrap(),
        ntb: "000123456789".to_owned(),
        bank: "Bank Contoh Nusantara".to_owned(),
        nilai: Rupiah(nilai),
        npwp: "0990000010999000".parse().unwrap(),
        waktu_bayar: now(),
    }
}

pub(super) fn at(text: &str) -> jiff::civil::DateTime {
    text.parse().unwrap()
}

/// The end of a local day, as the workflow counts it.
pub(super) fn end_of(day: &str) -> Timestamp {
    let midnight = at(&format!("{day}T00:00:00")).checked_add(jiff::SignedDuration::from_hours(24)).unwrap();
    jiff::tz::Offset::constant(7).to_timestamp(midnight).unwrap()
}
