//! What an act overrides, in words.

use app::desk::Dilewati;

use super::messages::PetugasTexts;
use super::temuan;
use crate::lang::Lang;
use crate::messages::fill;
use crate::ui::{Inset, Piece};

/// The names, the payment, the flags or the findings.
pub fn piece(over: &Dilewati, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let text = match over {
        Dilewati::Beda(found) => return temuan::differences(found, lang),
        Dilewati::Lartas(flags) => fill(t.flags, &[("apa", &flags.join("; "))]),
        Dilewati::Nama { importir, penerima, persen } => {
            fill(t.names, &[("importir", importir), ("penerima", penerima), ("persen", &persen.to_string())])
        }
        Dilewati::Bayar { dibayar, npwp, tagihan } => {
            let owed = tagihan.map_or_else(|| "–".to_owned(), |sum| sum.to_letter());
            fill(t.payment_facts, &[("nilai", &dibayar.to_letter()), ("npwp", npwp.as_ref()), ("tagihan", &owed)])
        }
    };
    Inset { text: text.into() }.into()
}
