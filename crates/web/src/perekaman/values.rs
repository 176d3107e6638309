//! What stands in the fields of a form: typed text, computed figures, and how each is typed.

use std::cell::RefCell;
use std::sync::Arc;

use app::draft::Draft;
use declaration::document::split_list_step;
use declaration::{Limits, Pib, Section};
use kernel::{Marks, Shape};

use crate::lang::Lang;

/// A document with one row in every list, from which the shape of any field is read.
const ONE_OF_EACH: &[u8] = br#"{"entitas":[{}],"dokumen":[{}],"pengangkut":[{}],"kemasan":[{}],"kontainer":[{}],
    "informasiKomponenBiaya":[{}],"pungutan":[{}],"jaminan":[{}],"barang":[{"barangTarif":[{}],"barangVd":[{}],
    "barangDokumen":[{}],"barangSpekKhusus":[{}],"barangPemilik":[{}]}]}"#;

/// The marks of figures in a language.
pub fn marks(lang: Lang) -> Marks {
    match lang {
        Lang::Id => Marks::Comma,
        Lang::En => Marks::Point,
    }
}

/// The fields of a draft by pointer.
pub struct Values {
    typed: Arc<Pib>,
    full: Arc<Pib>,
    probe: RefCell<Pib>,
    marks: Marks,
}

impl Values {
    /// Of a draft.
    pub fn of(draft: &Draft, lang: Lang) -> Self {
        Self {
            typed: Arc::clone(&draft.typed),
            full: Arc::clone(&draft.full),
            probe: RefCell::new(probe()),
            marks: marks(lang),
        }
    }

    /// The typed text as the document holds it; empty when there is no such row.
    pub fn raw(&self, pointer: &str) -> String {
        self.typed.find(pointer).map(|field| field.text()).unwrap_or_default()
    }

    /// The typed text as it is shown.
    pub fn shown(&self, pointer: &str) -> String {
        self.shape(pointer).show(&self.raw(pointer), self.marks)
    }

    /// What the portal computes for a field that is blank, as it is shown.
    pub fn computed(&self, pointer: &str) -> Option<String> {
        let text = self.full.find(pointer).map(|field| field.text())?;
        (!text.is_empty()).then(|| self.shape(pointer).show(&text, self.marks))
    }

    /// How a field is typed.
    pub fn shape(&self, pointer: &str) -> Shape {
        shape_in(&mut self.probe.borrow_mut(), pointer)
    }
}

fn probe() -> Pib {
    Pib::parse(ONE_OF_EACH, &Limits::default()).unwrap_or_default()
}

fn shape_in(probe: &mut Pib, pointer: &str) -> Shape {
    probe.find_mut(&first_rows(pointer)).map_or(Shape::Text, |field| field.shape())
}

/// The pointer with every row the first one.
fn first_rows(pointer: &str) -> String {
    match split_list_step(pointer) {
        Some((list, _, rest)) => format!("{list}[0].{}", first_rows(rest)),
        None => pointer.to_owned(),
    }
}

/// Reads what forms post into the document's own form.
pub struct Reading {
    probe: Pib,
    marks: Marks,
}

impl Reading {
    /// In the language of the page that was posted.
    pub fn new(lang: Lang) -> Self {
        Self { probe: probe(), marks: marks(lang) }
    }

    /// The text of one field.
    pub fn of(&mut self, pointer: &str, typed: &str) -> String {
        shape_in(&mut self.probe, pointer).read(typed.trim(), self.marks)
    }

    /// How a field is typed.
    pub fn shape(&mut self, pointer: &str) -> Shape {
        shape_in(&mut self.probe, pointer)
    }

    /// Whether there is such a field.
    pub fn knows(&mut self, pointer: &str) -> bool {
        self.probe.find_mut(&first_rows(pointer)).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posted_text_is_read_by_the_kind_of_its_field() {
        let mut reading = Reading::new(Lang::Id);
        for (pointer, typed, expect) in [
            ("bruto", "1.234,5", "1234.5"),
            ("tanggalTiba", "6-3-2026", "2026-03-06"),
            ("barang[7].barangTarif[3].tarif", "2,5", "2.5"),
            ("entitas[2].namaEntitas", " PT 1,5 ", "PT 1,5"),
            ("dokumen[9].tanggalDokumen", "20/02/2026", "2026-02-20"),
        ] {
            assert!(reading.knows(pointer), "{pointer}");
            assert_eq!(reading.of(pointer, typed), expect, "{pointer}");
        }
        assert!(!reading.knows("csrf") && !reading.knows("barang[0].barang[0].x") && !reading.knows("a[b"));
    }
}
