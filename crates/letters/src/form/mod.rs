//! The printed form BC 2.0: from a document that may still be wrong to boxes of plain text.

mod boxes;
mod goods;
mod levies;
mod take;

use app::surat::FormulirBc20;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::form::take::Names;
use crate::prepare::{Letter, finish};

/// Most rows of any list of the document; beyond it no form is printed.
const MOST_ROWS: usize = 20_000;
/// Rows of packages or containers that fit the first sheet.
const FIRST_SHEET_ROWS: usize = 3;
/// Longest description, in characters, of a single goods line that still fits the first sheet.
const FIRST_SHEET_TEXT: usize = 300;

/// Checks the data of the form and writes what its templates read.
pub fn prepare_bc20(data: &Value) -> Result<Letter, String> {
    let form = FormulirBc20::deserialize(data).map_err(|error| format!("data surat: {error}"))?;
    if !form.dokumen.is_object() {
        return Err("dokumen bukan objek".to_owned());
    }
    for list in ["barang", "dokumen", "kontainer", "kemasan", "entitas", "pengangkut"] {
        let rows = take::rows(&form.dokumen, list).len();
        if rows > MOST_ROWS {
            return Err(format!("{list}: {rows} baris melewati batas {MOST_ROWS}"));
        }
    }
    finish(&sheet(&form)?, &form.kop, None)
}

fn sheet(form: &FormulirBc20) -> Result<impl Serialize + use<>, String> {
    let names = Names(&form.nama);
    let document = &form.dokumen;
    let goods = goods::goods(document, names);
    let single = match goods.as_slice() {
        [only] => only.length() <= FIRST_SHEET_TEXT,
        _ => false,
    };
    let papers = boxes::papers(document, names);
    let containers = boxes::containers(document, names);
    let packages = boxes::packages(document, names);
    Ok(json!({
        "kop": form.kop,
        "draf": form.draf,
        "pendaftaran": form.pendaftaran,
        "nilaiPabean": form.nilai_pabean,
        "kodeBilling": form.kode_billing,
        "ntpn": form.ntpn,
        "jaminan": boxes::guarantee(form, names),
        "kepala": boxes::header(document, names),
        "pihak": boxes::parties(document, names),
        "angkut": boxes::transport(document, names),
        "harga": boxes::price(document, names),
        "acuan": papers.leading(),
        "pernyataan": boxes::statement(document),
        "pungutan": levies::table(&form.pungutan)?,
        "lanjutan": {
            "barang": !single && !goods.is_empty(),
            "dokumen": papers.rows.len() > papers.on_first_sheet(),
            "petiKemas": containers.len() > FIRST_SHEET_ROWS,
            "kemasan": packages.len() > FIRST_SHEET_ROWS,
        },
        "barang": goods,
        "dokumen": papers.rows,
        "petiKemas": containers,
        "kemasan": packages,
    }))
}
