//! What the portal fills in: figures that follow from others, where the declarant left them blank (portal 4.7–4.9).
//!
//! A blank field is computed, a filled one is kept as it is and judged by the rules. The same draft, day and reference
//! data give the same document.

use kernel::{Bilangan, Date, Dec, Dec2, Dec4, Decimal, Seri};
use reference::{Rate, Snapshot};
use rust_decimal::RoundingStrategy;

use super::{assess, claimed_schemes, number, text, value};
use crate::document::{AnyField, Barang, BarangTarif, Field, Pib};
use crate::levy::{Assessment, Facility, LevyParams, PphClass, Valuation};

/// Fills every blank that follows from the rest of the document.
pub fn complete(doc: &mut Pib, snapshot: &Snapshot, params: &LevyParams, day: Date) {
    number_rows(doc);
    constants(doc, snapshot, day);
    prices(doc);
    let valued = value(doc, snapshot, params, day);
    costs(doc, &valued);
    let valued = value(doc, snapshot, params, day);
    values(doc, &valued);
    rates(doc, snapshot, params, day);
    let levied = assess(doc, snapshot, params, day);
    amounts(doc, &levied);
}

/// Gives a blank field its value.
fn fill<T>(field: &mut Field<T>, value: Option<T>) {
    if let (true, Some(value)) = (field.is_blank(), value) {
        *field = Field::Good(value);
    }
}

fn fill_text<T: kernel::Datum>(field: &mut Field<T>, text: &str) {
    if field.is_blank() {
        field.set_text(text);
    }
}

/// A decimal of a field's scale; none when it does not fit.
fn rounded<const S: u32>(value: Decimal) -> Option<Dec<S>> {
    Dec::new(value.round_dp_with_strategy(S, RoundingStrategy::MidpointAwayFromZero))
}

fn number_rows(doc: &mut Pib) {
    macro_rules! each {
        ($($rows:expr => $field:ident),*) => { $(
            for (index, row) in $rows.iter_mut().enumerate() {
                fill(&mut row.$field, Seri::of_index(index));
            }
        )* };
    }
    each!(doc.entitas => seri_entitas, doc.pengangkut => seri_pengangkut, doc.kemasan => seri_kemasan,
        doc.kontainer => seri_kontainer, doc.barang => seri_barang);
    let mut last = doc.dokumen.iter().filter_map(|paper| paper.seri_dokumen.value()).map(Seri::index).max();
    for paper in &mut doc.dokumen {
        if paper.seri_dokumen.is_blank() {
            let next = last.map_or(0, |index| index + 1);
            fill(&mut paper.seri_dokumen, Seri::of_index(next));
            last = Some(next);
        }
    }
}

fn constants(doc: &mut Pib, snapshot: &Snapshot, day: Date) {
    fill_text(&mut doc.kode_dokumen, "20");
    fill_text(&mut doc.asal_data, "P");
    fill_text(&mut doc.tanggal_aju, &day.to_string());
    fill_text(&mut doc.tanggal_ttd, &day.to_string());
    fill(&mut doc.biaya_tambahan, Some(Dec2::ZERO));
    fill(&mut doc.biaya_pengurang, Some(Dec2::ZERO));
    let containers = doc.kontainer.len().to_string();
    fill::<Bilangan>(&mut doc.jumlah_kontainer, containers.parse().ok());
    let rate = match text(&doc.kode_valuta) {
        "IDR" => Some(Decimal::ONE),
        currency => snapshot.kurs(currency, day).map(|rate| rate.nilai),
    };
    fill(&mut doc.ndpbm, rate.and_then(rounded));
    for goods in &mut doc.barang {
        fill(&mut goods.saldo_awal, Some(Dec4::ZERO));
        fill(&mut goods.saldo_akhir, Some(Dec4::ZERO));
        fill(&mut goods.ndpbm, doc.ndpbm.value());
        fill_text(&mut goods.pernyataan_lartas, "T");
        fill_text(&mut goods.metode_penentuan_nilai, "Metode 1");
        fill_text(&mut goods.statement_perbedaan_harga, "T");
    }
}

fn total(doc: &Pib, part: fn(&Barang) -> Option<Decimal>) -> Option<Decimal> {
    let mut parts = doc.barang.iter().map(part);
    if doc.barang.is_empty() {
        return None;
    }
    parts.try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part?))
}

/// Prices of the lines and their sum; the share of each line follows its price.
fn prices(doc: &mut Pib) {
    for goods in &mut doc.barang {
        if !goods.harga_satuan.is_blank() {
            let price = number(&goods.harga_satuan).checked_mul(number(&goods.jumlah_satuan));
            fill(&mut goods.nilai_barang, price.filter(|price| !price.is_zero()).and_then(rounded));
        }
    }
    let sum = total(doc, |goods| goods.nilai_barang.value().map(Dec::get));
    fill(&mut doc.nilai_barang, sum.and_then(rounded));
    let price = doc.nilai_barang.value();
    fill(&mut doc.nilai_incoterm, price);
    let net = total(doc, |goods| goods.netto.value().map(Dec::get));
    fill(&mut doc.netto, net.and_then(rounded));
}

/// Freight and insurance that no paper shows, by percentage (rules 2.1).
fn costs(doc: &mut Pib, valued: &Valuation) {
    let cost = |cost: Option<crate::levy::Cost>| cost.and_then(|cost| rounded(cost.amount));
    fill(&mut doc.freight, cost(valued.freight));
    fill(&mut doc.asuransi, cost(valued.insurance));
}

/// The value of the document and the share of each line.
fn values(doc: &mut Pib, valued: &Valuation) {
    fill(&mut doc.cif, valued.cif.and_then(rounded));
    fill(&mut doc.fob, valued.fob.and_then(rounded));
    let weights: Vec<Decimal> = doc.barang.iter().map(super::weight).collect();
    macro_rules! share {
        ($($field:ident),*) => { $(
            let parts = spread(number(&doc.$field), &weights);
            for (goods, part) in doc.barang.iter_mut().zip(parts) {
                fill(&mut goods.$field, part);
            }
        )* };
    }
    share!(fob, freight, asuransi, cif);
    let rate = number(&doc.ndpbm);
    for goods in &mut doc.barang {
        let quantity = number(&goods.jumlah_satuan);
        fill(&mut goods.harga_satuan, number(&goods.fob).checked_div(quantity).and_then(rounded));
        fill(&mut goods.cif_rupiah, number(&goods.cif).checked_mul(rate).and_then(rounded));
    }
}

/// Shares of `total` to two places that add up to it; the largest line takes what rounding leaves.
fn spread(total: Decimal, weights: &[Decimal]) -> Vec<Option<Dec2>> {
    let none = vec![None; weights.len()];
    let Some(sum) = weights.iter().try_fold(Decimal::ZERO, |sum, weight| sum.checked_add(*weight)) else { return none };
    let weights: Vec<Decimal> = match (sum.is_zero(), weights.len()) {
        (true, 1) => vec![Decimal::ONE],
        (true, _) => return none,
        (false, _) => weights.to_vec(),
    };
    let sum = if sum.is_zero() { Decimal::ONE } else { sum };
    let exact = |weight: &Decimal| total.checked_mul(*weight).and_then(|part| part.checked_div(sum));
    let parts: Option<Vec<Decimal>> = weights.iter().map(|w| exact(w).map(|part| part.trunc_with_scale(2))).collect();
    let Some(mut parts) = parts else { return none };
    let largest = (0..weights.len()).rev().max_by_key(|k| weights[*k]).unwrap_or_default();
    let rest = parts.iter().try_fold(total, |rest, part| rest.checked_sub(*part));
    if let Some((part, rest)) = parts.get_mut(largest).zip(rest) {
        *part = part.checked_add(rest).unwrap_or(*part);
    }
    parts.into_iter().map(rounded).collect()
}

/// The levies of lines that name none: import duty by tariff or preference, PPN, PPh (rules 2.3–2.5).
fn rates(doc: &mut Pib, snapshot: &Snapshot, params: &LevyParams, day: Date) {
    let importer = doc.entitas.iter().find(|party| text(&party.kode_entitas) == "1");
    let has_api = importer.is_some_and(|party| matches!(text(&party.kode_jenis_api), "01" | "02"));
    let rows: Vec<Vec<BarangTarif>> = doc
        .barang
        .iter()
        .map(|goods| {
            let Some(hs) = goods.pos_tarif.good().filter(|_| goods.barang_tarif.is_empty()) else { return Vec::new() };
            let Some(line) = snapshot.tarif(hs.as_str(), day) else { return Vec::new() };
            let preference =
                claimed_schemes(doc, goods).find_map(|scheme| snapshot.preferensi(scheme, hs.as_str(), day));
            let duty = preference.map_or(line.bm, |preference| preference.tarif);
            let class = PphClass::from_code(line.pph_kelas.as_str()).unwrap_or(PphClass::General);
            vec![
                duty_row(goods, duty),
                row("PPN", "1", params.ppn_rate.value),
                row("PPH", "1", params.pph.rate(class, has_api).value),
            ]
        })
        .collect();
    for (goods, rows) in doc.barang.iter_mut().zip(rows) {
        if goods.barang_tarif.is_empty() {
            goods.barang_tarif = rows;
        }
    }
}

fn row(levy: &str, kind: &str, rate: Decimal) -> BarangTarif {
    let mut row = BarangTarif::default();
    row.kode_jenis_pungutan.set_text(levy);
    row.kode_jenis_tarif.set_text(kind);
    row.kode_fasilitas_tarif.set_text(Facility::Dibayar.code());
    fill(&mut row.tarif, rounded(rate));
    fill(&mut row.tarif_fasilitas, Some(Dec2::ZERO));
    row
}

fn duty_row(goods: &Barang, duty: Rate) -> BarangTarif {
    match duty {
        Rate::AdValorem(percent) => row("BM", "1", percent),
        Rate::Spesifik { nilai, satuan } => {
            let mut row = row("BM", "2", nilai);
            row.kode_satuan_barang.set_text(satuan.as_str());
            if text(&goods.kode_satuan_barang) == satuan.as_str() {
                fill(&mut row.jumlah_satuan, goods.jumlah_satuan.value());
            }
            row
        }
    }
}

/// What each levy comes to.
fn amounts(doc: &mut Pib, levied: &Assessment) {
    for (goods, item) in doc.barang.iter_mut().zip(&levied.items) {
        for done in &item.rows {
            let Some((row, amounts)) = goods.barang_tarif.get_mut(done.index).zip(done.amounts) else { continue };
            fill(&mut row.tarif_fasilitas, Some(Dec2::ZERO));
            fill(&mut row.nilai_bayar, rounded(amounts.paid));
            fill(&mut row.nilai_fasilitas, rounded(amounts.covered));
        }
    }
}
