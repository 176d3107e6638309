//! From what was typed to the whole amended document, and the difference between two documents, datum by datum.

use std::collections::BTreeMap;

use declaration::document::{AnyField, Path, Visit};
use declaration::workflow::Perubahan;
use declaration::{Pib, Raw, Section, figures};

use super::MOST_CHANGES;
use crate::reference::Day;

/// Members that follow from others and are computed anew when they were as the portal computes them.
const DERIVED: [&str; 8] =
    ["nilaiIncoterm", "nilaiBarang", "fob", "cif", "cifRupiah", "hargaSatuan", "nilaiBayar", "nilaiFasilitas"];
/// Header members of the derived ones' names that were typed: what they are made of.
const DERIVED_OF_LINES: [&str; 2] = ["freight", "asuransi"];
/// Largest request, as JSON bytes: it is part of an event.
const LARGEST: usize = 48_000;

/// What no amendment can change: number, kind, office, the importer's identity, the facility (rules 1.12).
pub fn locked(base: &Pib, pointer: &str) -> bool {
    if matches!(pointer, "nomorAju" | "tanggalAju" | "kodeDokumen" | "kodeKantor" | "asalData" | "disclaimer") {
        return true;
    }
    if pointer.ends_with("kodeFasilitasTarif") || pointer.starts_with("pungutan[") {
        return true;
    }
    if last(pointer).starts_with("seri") {
        return true;
    }
    let Some(("entitas", index, member)) = declaration::document::split_list_step(pointer) else { return false };
    let importer = base.entitas.get(index).and_then(|e| e.kode_entitas.good()).is_some_and(|k| k.as_str() == "1");
    let identity = ["kodeEntitas", "kodeJenisIdentitas", "nomorIdentitas", "nitku", "namaEntitas", "nibEntitas"];
    member == "kodeEntitas" || (importer && identity.contains(&member))
}

fn last(pointer: &str) -> &str {
    pointer.rsplit('.').next().unwrap_or(pointer)
}

fn is_derived(pointer: &str) -> bool {
    let name = last(pointer);
    DERIVED.contains(&name) || (pointer.starts_with("barang[") && DERIVED_OF_LINES.contains(&name))
}

/// The document with the changes, and with what follows from them.
pub(super) fn apply(base: &Pib, typed: &[Perubahan], day: &Day) -> Pib {
    let mut doc = base.clone();
    for change in typed {
        set(&mut doc, &change.pointer, &change.menjadi);
    }
    if typed.is_empty() {
        return doc;
    }
    let usual = computed(base, day);
    let fresh = computed(&doc, day);
    let mut now = base.clone();
    for (pointer, text) in fresh {
        let as_computed = text_of(&mut now, &pointer) == *usual.get(&pointer).unwrap_or(&String::new());
        if as_computed && typed.iter().all(|change| change.pointer != pointer) {
            set(&mut doc, &pointer, &text);
        }
    }
    doc
}

/// What the portal would compute for each derived member.
fn computed(doc: &Pib, day: &Day) -> BTreeMap<String, String> {
    let mut blank = doc.clone();
    let derived: Vec<String> = texts(doc).into_keys().filter(|pointer| is_derived(pointer)).collect();
    for pointer in &derived {
        set(&mut blank, pointer, "");
    }
    figures::complete(&mut blank, &day.snapshot, &day.params, day.today);
    derived
        .into_iter()
        .map(|pointer| {
            let text = text_of(&mut blank, &pointer);
            (pointer, text)
        })
        .collect()
}

fn set(doc: &mut Pib, pointer: &str, text: &str) {
    if let Some(field) = doc.find_mut(pointer) {
        field.set_text(text);
    }
}

fn text_of(doc: &mut Pib, pointer: &str) -> String {
    doc.find_mut(pointer).map(|field| field.text()).unwrap_or_default()
}

/// Everything that differs: what was typed in its order, then the rest in the document's order.
pub(super) fn all(base: &Pib, doc: &Pib, typed: &[Perubahan]) -> Vec<Perubahan> {
    let (before, after) = (texts(base), texts(doc));
    let mut out = typed.to_vec();
    for (pointer, menjadi) in &after {
        let semula = before.get(pointer).cloned().unwrap_or_default();
        if semula != *menjadi && typed.iter().all(|change| change.pointer != *pointer) {
            out.push(Perubahan { pointer: pointer.clone(), semula, menjadi: menjadi.clone() });
        }
    }
    out
}

/// As much of it as an event holds; the frozen document has the rest.
pub(super) fn bounded(mut all: Vec<Perubahan>) -> Vec<Perubahan> {
    all.truncate(MOST_CHANGES);
    while serde_json::to_string(&all).map_or(0, |json| json.len()) > LARGEST {
        all.pop();
    }
    all
}

/// Every datum of a document by its pointer.
fn texts(doc: &Pib) -> BTreeMap<String, String> {
    struct Walk(BTreeMap<String, String>);
    impl Visit for Walk {
        fn field(&mut self, at: &Path<'_>, name: &'static str, field: &dyn AnyField) {
            self.0.insert(at.pointer(name).to_string(), field.text());
        }
        fn extra(&mut self, _: &Path<'_>, _: &str, _: &Raw, _: bool) {}
    }
    let mut walk = Walk(BTreeMap::new());
    doc.walk(&Path::Root, &mut walk);
    walk.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_office_and_facility_stay() {
        let json = include_bytes!("../../../../examples/pib-10-barang.json");
        let doc = Pib::parse(json, &declaration::Limits::default()).unwrap();
        let importer =
            doc.entitas.iter().position(|e| e.kode_entitas.good().is_some_and(|k| k.as_str() == "1")).unwrap();
        for pointer in [
            "kodeKantor",
            "nomorAju",
            &format!("entitas[{importer}].nomorIdentitas"),
            "barang[0].barangTarif[0].kodeFasilitasTarif",
            "barang[0].seriBarang",
        ] {
            assert!(locked(&doc, pointer), "{pointer}");
        }
        for pointer in
            ["bruto", "barang[3].posTarif", "barang[0].jumlahSatuan", &format!("entitas[{importer}].alamatEntitas")]
        {
            assert!(!locked(&doc, pointer), "{pointer}");
        }
    }

    #[test]
    fn a_difference_names_each_datum_once() {
        let json = include_bytes!("../../../../examples/pib-10-barang.json");
        let base = Pib::parse(json, &declaration::Limits::default()).unwrap();
        let mut doc = base.clone();
        set(&mut doc, "bruto", "99.5");
        set(&mut doc, "barang[2].uraian", "Lain");
        let found = all(&base, &doc, &[]);
        let places: Vec<&str> = found.iter().map(|p| p.pointer.as_str()).collect();
        assert_eq!(places, ["barang[2].uraian", "bruto"]);
        assert!(all(&base, &base, &[]).is_empty());
        let many = vec![Perubahan { pointer: "x".into(), semula: "y".repeat(1_000), menjadi: String::new() }; 300];
        assert!(serde_json::to_string(&bounded(many)).unwrap().len() <= LARGEST);
    }
}
