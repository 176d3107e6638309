//! How the value came about: from the price to the CIF, and the share of each line.

use app::draft::Draft;
use askama::Template;
use declaration::document::AnyField;
use kernel::Shape;

use super::messages::RekamTexts;
use super::values::marks;
use crate::lang::Lang;
use crate::messages::fill;
use crate::ui::{Piece, components};

/// Lines whose shares are shown; the others stand in the details of each line.
const SHOWN: usize = 50;

/// One figure on the way from the price to the value.
struct Step {
    name: String,
    value: String,
    from: &'static str,
}

/// The shares of one line.
struct Share {
    number: String,
    name: String,
    cells: Vec<String>,
}

#[derive(Template)]
#[template(path = "perekaman/transaksi.html")]
struct Value {
    t: &'static RekamTexts,
    steps: Vec<Step>,
    heads: Vec<String>,
    shares: Vec<Share>,
    more: Option<String>,
}

components!(Value);

/// Figures and shares; nothing while there is no price.
pub fn value(draft: &Draft, lang: Lang) -> Piece {
    let t = RekamTexts::of(lang);
    let (full, typed) = (&draft.full, &draft.typed);
    if full.nilai_incoterm.is_blank() || full.kode_valuta.is_blank() {
        return Piece::default();
    }
    let figure = |text: String| Shape::Number.show(&text, marks(lang));
    let currency = full.kode_valuta.text();
    let step = |name: &str, text: String, blank: bool| Step {
        name: lang.say(&declaration::rules::describe(name)),
        value: format!("{currency} {}", figure(text)),
        from: if blank { t.value_computed } else { t.value_typed },
    };
    let steps = vec![
        step("nilaiIncoterm", full.nilai_incoterm.text(), typed.nilai_incoterm.is_blank()),
        step("biayaTambahan", full.biaya_tambahan.text(), typed.biaya_tambahan.is_blank()),
        step("biayaPengurang", full.biaya_pengurang.text(), typed.biaya_pengurang.is_blank()),
        step("fob", full.fob.text(), typed.fob.is_blank()),
        step("freight", full.freight.text(), typed.freight.is_blank()),
        step("asuransi", full.asuransi.text(), typed.asuransi.is_blank()),
        step("cif", full.cif.text(), typed.cif.is_blank()),
        Step {
            name: lang.say(&declaration::rules::describe("ndpbm")),
            value: format!("Rp{}", figure(full.ndpbm.text())),
            from: if typed.ndpbm.is_blank() { t.value_computed } else { t.value_typed },
        },
    ];
    let members = ["nilaiBarang", "fob", "freight", "asuransi", "cif", "cifRupiah"];
    let share = |(index, goods): (usize, &declaration::document::Barang)| Share {
        number: (index + 1).to_string(),
        name: goods.uraian.text(),
        cells: [
            goods.nilai_barang.text(),
            goods.fob.text(),
            goods.freight.text(),
            goods.asuransi.text(),
            goods.cif.text(),
            goods.cif_rupiah.text(),
        ]
        .map(figure)
        .to_vec(),
    };
    let rest = full.barang.len().saturating_sub(SHOWN);
    let head = |name: &str| lang.say(&declaration::rules::describe(&format!("barang[0].{name}")));
    // `Barang 1, FOB` without the line.
    let head = |name: &str| head(name).split_once(", ").map_or_else(String::new, |(_, name)| name.to_owned());
    Value {
        t,
        steps,
        heads: members.into_iter().map(head).collect(),
        shares: full.barang.iter().enumerate().take(SHOWN).map(share).collect(),
        more: (rest > 0).then(|| fill(t.value_more, &[("n", &rest.to_string())])),
    }
    .into()
}
