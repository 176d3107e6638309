//! The document, the day, the reference data and the company that every test starts from.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use declaration::rules::{self, CompanyFacts, Facts, QuotaFact, Subject};
use declaration::{Limits, Pib, Raw, Section, figures};
use kernel::{Date, Finding, Severity};
use reference::{Snapshot, TableKind, parse, recognise};
use serde::Deserialize;

use crate::patch;

/// A Friday in a week of sample rates: USD 16,300.
pub const AT: Date = Date::constant(2026, 3, 6);

/// A file of the repository.
pub fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(relative)
}

/// A JSON document of the repository.
pub fn json(relative: &str) -> Raw {
    let bytes = std::fs::read(path(relative)).unwrap_or_else(|e| panic!("{relative}: {e}"));
    Raw::parse(&bytes, &Limits::default()).unwrap_or_else(|e| panic!("{relative}: {e}"))
}

/// The starter pack.
pub fn snapshot() -> &'static Snapshot {
    static SNAPSHOT: OnceLock<Snapshot> = OnceLock::new();
    SNAPSHOT.get_or_init(|| {
        let mut blobs: BTreeMap<TableKind, Vec<u8>> = BTreeMap::new();
        for file in std::fs::read_dir(path("reference")).unwrap().map(|entry| entry.unwrap().path()) {
            if file.extension().is_some_and(|e| e == "csv") {
                let bytes = std::fs::read(&file).unwrap();
                let name = file.file_name().unwrap().to_string_lossy().into_owned();
                let kind = recognise(&name, &bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
                let table = parse(kind, &bytes).unwrap_or_else(|e| panic!("{name}: {}", e[0]));
                blobs.insert(kind, table.canonical());
            }
        }
        Snapshot::build(1, &blobs).unwrap()
    })
}

/// The example that nothing is wrong with.
pub fn good() -> Raw {
    static GOOD: OnceLock<Raw> = OnceLock::new();
    GOOD.get_or_init(|| json("examples/pib-hijau.json")).clone()
}

/// The same with one row in every list, so that every field of the document stands somewhere.
pub fn full() -> Raw {
    static ROWS: OnceLock<Raw> = OnceLock::new();
    let mut raw = good();
    patch::apply(&mut raw, ROWS.get_or_init(|| json("crates/declaration/fixtures/lengkap.json")));
    raw
}

/// A company in good standing sends its own document.
pub fn facts() -> Raw {
    let company = |nib: &str| {
        format!(
            r#"{{"terdaftar": true, "nama": "PT Contoh", "blokir": [], "npwpAktif": true, "nib": "{nib}",
                "aksesKepabeanan": true, "kodeJenisApi": "01"}}"#
        )
    };
    let text = format!(
        r#"{{"importir": {}, "ppjk": {}, "pengirimNpwp": "0990000010999000", "kuasaBerlaku": true,
            "kursContohDitolak": false, "kuota": []}}"#,
        company("9120001234567"),
        company("9120007654321")
    );
    Raw::parse(text.as_bytes(), &Limits::default()).unwrap()
}

/// Everything that a check looks at.
#[derive(Clone)]
pub struct Case {
    pub raw: Raw,
    pub facts: Raw,
    pub at: Date,
    pub snapshot: Snapshot,
}

impl Case {
    pub fn of(raw: Raw) -> Self {
        Self { raw, facts: facts(), at: AT, snapshot: snapshot().clone() }
    }

    pub fn findings(&self) -> Vec<Finding> {
        self.with(rules::examine)
    }

    /// Calls `f` with the document read, its levies computed and the facts known.
    pub fn with<T>(&self, f: impl FnOnce(&Subject<'_>) -> T) -> T {
        let doc = Pib::from_raw(self.raw.clone());
        let facts = read_facts(&self.facts);
        let snapshot = &self.snapshot;
        let params = figures::params(snapshot, self.at).unwrap();
        let assessment = figures::assess(&doc, snapshot, &params, self.at);
        f(&Subject { doc: &doc, snapshot, today: self.at, facts: &facts, assessment: Some(&assessment) })
    }
}

/// Findings as `CODE pointer`, in order.
pub fn names(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|f| format!("{} {}", f.code, f.pointer)).collect()
}

/// The findings of one weight as `CODE pointer`.
pub fn weighing(findings: &[Finding], severity: Severity) -> Vec<String> {
    names(&findings.iter().filter(|f| f.severity == severity).cloned().collect::<Vec<_>>())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct FactsJson {
    importir: Option<CompanyJson>,
    ppjk: Option<CompanyJson>,
    pengirim_npwp: Option<String>,
    kuasa_berlaku: Option<bool>,
    bl_dipakai_oleh: Option<kernel::NomorAju>,
    kurs_contoh_ditolak: bool,
    kuota: Vec<QuotaJson>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct CompanyJson {
    terdaftar: bool,
    nama: String,
    blokir: Vec<String>,
    npwp_aktif: bool,
    nib: Option<String>,
    akses_kepabeanan: bool,
    kode_jenis_api: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct QuotaJson {
    nomor_dokumen: String,
    pos_tarif: String,
    saldo: kernel::Dec4,
}

fn read_facts(raw: &Raw) -> Facts {
    let facts: FactsJson = serde_json::from_str(&raw.to_json()).unwrap_or_else(|e| panic!("facts: {e}"));
    let company = |c: CompanyJson| CompanyFacts {
        terdaftar: c.terdaftar,
        nama: c.nama,
        blokir: c.blokir,
        npwp_aktif: c.npwp_aktif,
        nib: c.nib,
        akses_kepabeanan: c.akses_kepabeanan,
        kode_jenis_api: c.kode_jenis_api,
    };
    let quota = |q: QuotaJson| QuotaFact { nomor_dokumen: q.nomor_dokumen, pos_tarif: q.pos_tarif, saldo: q.saldo };
    Facts {
        importir: facts.importir.map(company),
        ppjk: facts.ppjk.map(company),
        pengirim_npwp: facts.pengirim_npwp,
        kuasa_berlaku: facts.kuasa_berlaku,
        bl_dipakai_oleh: facts.bl_dipakai_oleh,
        kurs_contoh_ditolak: facts.kurs_contoh_ditolak,
        kuota: facts.kuota.into_iter().map(quota).collect(),
    }
}
