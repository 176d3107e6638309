//! What follows from the rest may be left blank: the document comes out as if the declarant had computed it.

use declaration::document::AnyField;
use declaration::{Pib, Section, figures};
use kernel::Severity;

use crate::base::{self, Case};

/// Header members that follow from others.
const HEADER: [&str; 9] =
    ["kodeDokumen", "jumlahKontainer", "ndpbm", "nilaiIncoterm", "netto", "cif", "fob", "tanggalAju", "tanggalTtd"];
/// The same of a goods line.
const LINE: [&str; 13] = [
    "seriBarang",
    "cif",
    "cifRupiah",
    "fob",
    "freight",
    "asuransi",
    "hargaSatuan",
    "ndpbm",
    "saldoAwal",
    "saldoAkhir",
    "metodePenentuanNilai",
    "statementPerbedaanHarga",
    "pernyataanLartas",
];

/// The document as somebody types it who computes nothing.
fn typed(case: &Case, levies: bool) -> Pib {
    let mut doc = Pib::from_raw(case.raw.clone());
    for name in HEADER {
        doc.field_mut(name).unwrap().set_text("");
    }
    for goods in &mut doc.barang {
        if goods.nilai_barang.is_blank() {
            let price = goods.fob.value().map(|fob| fob.to_string()).unwrap_or_default();
            goods.nilai_barang.set_text(&price);
        }
        for name in LINE {
            goods.field_mut(name).unwrap().set_text("");
        }
        if levies {
            goods.barang_tarif.clear();
        }
    }
    doc
}

fn completed(name: &str, levies: bool) -> (Case, Case) {
    let case = Case::of(base::json(&format!("examples/{name}.json")));
    let mut doc = typed(&case, levies);
    let params = figures::params(&case.snapshot, case.at).unwrap();
    figures::complete(&mut doc, &case.snapshot, &params, case.at);
    (case.clone(), Case { raw: doc.to_raw(), ..case })
}

#[track_caller]
fn check(name: &str, levies: bool) {
    let (declared, done) = completed(name, levies);
    let wrong: Vec<_> = done.findings().into_iter().filter(|f| f.severity == Severity::Reject).collect();
    assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    let totals = |case: &Case| case.with(|s| s.assessment.unwrap().totals.clone());
    assert_eq!(totals(&done), totals(&declared), "{name}");
    let shares =
        |case: &Case| case.with(|s| s.doc.barang.iter().map(|b| (b.cif.value(), b.fob.value())).collect::<Vec<_>>());
    assert_eq!(shares(&done), shares(&declared), "{name}");
}

#[test]
fn what_follows_is_filled_in() {
    for name in ["pib-hijau", "pib-10-barang", "pib-20-barang", "pib-diperbaiki", "pib-preferensi"] {
        check(name, true);
    }
    // Luxury tax is the declarant's to say; air freight shows in its paper.
    check("pib-kendaraan", false);
    check("pib-udara", true);
}

#[test]
fn what_was_declared_stays() {
    for name in ["pib-hijau", "pib-kendaraan", "pib-ditolak"] {
        let case = Case::of(base::json(&format!("examples/{name}.json")));
        let mut doc = Pib::from_raw(case.raw.clone());
        let params = figures::params(&case.snapshot, case.at).unwrap();
        figures::complete(&mut doc, &case.snapshot, &params, case.at);
        let again = Case { raw: doc.to_raw(), ..case.clone() };
        assert_eq!(
            base::weighing(&again.findings(), Severity::Reject),
            base::weighing(&case.findings(), Severity::Reject)
        );
    }
}

#[test]
fn completing_twice_changes_nothing() {
    let (_, once) = completed("pib-20-barang", true);
    let mut doc = Pib::from_raw(once.raw.clone());
    let params = figures::params(&once.snapshot, once.at).unwrap();
    figures::complete(&mut doc, &once.snapshot, &params, once.at);
    assert_eq!(doc.to_raw(), once.raw);
}

#[test]
fn an_empty_document_stays_a_draft() {
    let mut doc = Pib::default();
    let snapshot = base::snapshot();
    let params = figures::params(snapshot, base::AT).unwrap();
    figures::complete(&mut doc, snapshot, &params, base::AT);
    assert_eq!(doc.kode_dokumen.text(), "20");
    assert!(doc.cif.is_blank() || doc.cif.value().unwrap().is_zero());
}
