//! From a document to the levy engine: which member is which figure, and which reference line a rate is held against.

mod complete;
mod determine;

use std::sync::Arc;

use kernel::{Date, Dec, Decimal};
use reference::{Rate, Snapshot};

use crate::document::{Barang, BarangTarif, Field, Pib};
use crate::levy::{
    self, Assessment, CurrencyCode, DeclaredAmounts, Facility, FreightGroup, Incoterm, Insured, ItemInput, Levy,
    LevyInput, LevyParams, ParamProblem, PphClass, ReferenceRate, RowInput, TariffKind, TariffMoney, Valuation,
};

pub use complete::complete;
pub use determine::{Baris, Dasar, Denda, Halangan, Koreksi, Penetapan, Selisih, determine, fine_rules, position};

/// The dated parameters of the levies on `day`, with the law of each.
pub fn params(snapshot: &Snapshot, day: Date) -> Result<LevyParams, ParamProblem> {
    LevyParams::from_lookup_with_law(&|key| snapshot.parameter(key, day).map(|p| p.nilai.clone()), &|key| {
        snapshot.parameter(key, day).map(|p| p.dasar_hukum.clone())
    })
}

/// Computes the levies of a document as far as its figures allow, even while rules reject it.
pub fn assess(doc: &Pib, snapshot: &Snapshot, params: &LevyParams, day: Date) -> Assessment {
    Assessment::of(input(doc, snapshot, day), params)
}

/// Computes only the value of a document.
fn value(doc: &Pib, snapshot: &Snapshot, params: &LevyParams, day: Date) -> Valuation {
    levy::value(&header(doc, &Book::of(snapshot, day)), params)
}

fn input(doc: &Pib, snapshot: &Snapshot, day: Date) -> LevyInput {
    let book = Book::of(snapshot, day);
    let items = doc.barang.iter().enumerate().map(|(i, b)| item(doc, &book, i, b)).collect();
    LevyInput { items, ..header(doc, &book) }
}

/// Everything but the goods.
fn header(doc: &Pib, book: &Book<'_>) -> LevyInput {
    let (snapshot, day) = (book.snapshot, book.day);
    let terms = text(&doc.kode_incoterm);
    let incoterm = if terms.is_empty() { Some(Incoterm::Cif) } else { Incoterm::from_code(terms) };
    let importer = doc.entitas.iter().find(|e| text(&e.kode_entitas) == "1");
    let currency = doc.kode_valuta.good().and_then(|v| CurrencyCode::new(v.as_str())).unwrap_or(CurrencyCode::IDR);
    let source = doc.kode_valuta.good().and_then(|v| snapshot.kurs(v.as_str(), day)).map(|rate| {
        let decree = if rate.kmk.is_empty() { "kurs pajak" } else { rate.kmk };
        Arc::from(format!("{decree}, {} – {}, referensi {}", rate.dari, rate.sampai, book.version))
    });
    let needs_freight = incoterm == Some(Incoterm::Fob);
    LevyInput {
        date: day,
        has_api: importer.is_some_and(|e| matches!(text(&e.kode_jenis_api), "01" | "02")),
        incoterm,
        price: price(doc, incoterm),
        additions: number(&doc.biaya_tambahan),
        deductions: number(&doc.biaya_pengurang),
        freight: shown(&doc.freight, needs_freight),
        insurance: shown(&doc.asuransi, incoterm != Some(Incoterm::Cif)),
        insured: Insured::from_code(text(&doc.kode_asuransi)),
        freight_group: freight_group(doc, snapshot),
        by_air: doc.pengangkut.first().is_some_and(|p| text(&p.kode_cara_angkut) == "4"),
        currency,
        ndpbm: doc.ndpbm.value().map(Dec::get).filter(|rate| !rate.is_zero()),
        ndpbm_source: source,
        declared_cif: doc.cif.value().map(Dec::get),
        items: Vec::new(),
    }
}

/// The price under the terms of delivery: as declared, else taken back from FOB or CIF.
fn price(doc: &Pib, incoterm: Option<Incoterm>) -> Decimal {
    let declared = [&doc.nilai_incoterm, &doc.nilai_barang];
    if let Some(price) = declared.into_iter().map(number).find(|price| !price.is_zero()) {
        return price;
    }
    let (fob, freight) = (number(&doc.fob), number(&doc.freight));
    match incoterm {
        Some(Incoterm::Fob) if !fob.is_zero() => fob,
        Some(Incoterm::Cfr) if !fob.is_zero() => fob.checked_add(freight).unwrap_or(fob),
        _ => {
            let extra = number(&doc.biaya_tambahan).checked_sub(number(&doc.biaya_pengurang)).unwrap_or_default();
            number(&doc.cif).checked_sub(extra).unwrap_or_default()
        }
    }
}

/// A cost that a document shows; a mandatory zero means that none does, where the terms need one.
fn shown(field: &Field<kernel::Dec2>, needed: bool) -> Option<Decimal> {
    field.value().map(Dec::get).filter(|cost| !(needed && cost.is_zero()))
}

fn freight_group(doc: &Pib, snapshot: &Snapshot) -> Option<FreightGroup> {
    let country = doc.kode_pel_muat.good()?.as_str().get(..2)?;
    match snapshot.negara(country)?.freight()? {
        reference::Freight::Asean => Some(FreightGroup::Asean),
        reference::Freight::AsiaAustralia => Some(FreightGroup::AsiaAustralia),
        reference::Freight::Lain => Some(FreightGroup::Elsewhere),
    }
}

/// The reference data of one day, with the version as it is written beside every rate.
struct Book<'a> {
    snapshot: &'a Snapshot,
    day: Date,
    version: String,
}

impl<'a> Book<'a> {
    fn of(snapshot: &'a Snapshot, day: Date) -> Self {
        Self { snapshot, day, version: snapshot.version_text() }
    }
}

fn item(doc: &Pib, book: &Book<'_>, index: usize, goods: &Barang) -> ItemInput {
    let line = goods.pos_tarif.good().and_then(|hs| book.snapshot.tarif(hs.as_str(), book.day));
    let duty = duty_reference(doc, book, goods);
    let rows = goods.barang_tarif.iter().enumerate();
    ItemInput {
        index,
        price: weight(goods),
        declared_cif: goods.cif.value().map(Dec::get),
        quantity: number(&goods.jumlah_satuan),
        pph_class: line.and_then(|line| PphClass::from_code(line.pph_kelas.as_str())),
        rows: rows.filter_map(|(j, row)| levy_row(goods, j, row, duty.as_ref())).collect(),
    }
}

/// What a line weighs in the sharing of the value: its FOB, or its price where the FOB follows from it.
fn weight(goods: &Barang) -> Decimal {
    if goods.fob.is_blank() { number(&goods.nilai_barang) } else { number(&goods.fob) }
}

fn levy_row(goods: &Barang, index: usize, row: &BarangTarif, duty: Option<&ReferenceRate>) -> Option<RowInput> {
    let levy = Levy::from_code(text(&row.kode_jenis_pungutan))?;
    let retail = goods.hje_cukai.value().map(Dec::get).filter(|price| !price.is_zero());
    Some(RowInput {
        index,
        levy,
        kind: TariffKind::from_code(text(&row.kode_jenis_tarif)).unwrap_or(TariffKind::AdValorem),
        rate: number(&row.tarif),
        money: TariffMoney::Rupiah,
        money_source: None,
        quantity: row.jumlah_satuan.value().map(Dec::get).filter(|quantity| !quantity.is_zero()),
        excise_base: retail.and_then(|price| price.checked_mul(number(&goods.jumlah_satuan))),
        facility: Facility::from_code(text(&row.kode_fasilitas_tarif)).unwrap_or(Facility::Dibayar),
        facility_percent: row.tarif_fasilitas.value().map(Dec::get),
        facility_source: None,
        reference: matches!(levy, Levy::Bm | Levy::Bmkite).then(|| duty.cloned()).flatten(),
        declared: DeclaredAmounts {
            paid: row.nilai_bayar.value().map(Dec::get),
            covered: row.nilai_fasilitas.value().map(Dec::get),
            settled: row.nilai_sudah_dilunasi.value().map(Dec::get),
        },
    })
}

/// The duty rate in force for a line: the preference that its certificate claims, else the most-favoured-nation rate.
fn duty_reference(doc: &Pib, book: &Book<'_>, goods: &Barang) -> Option<ReferenceRate> {
    let Book { snapshot, day, version } = book;
    let (hs, day) = (goods.pos_tarif.good()?.as_str(), *day);
    if let Some(preference) = claimed_schemes(doc, goods).find_map(|scheme| snapshot.preferensi(scheme, hs, day)) {
        let source = format!("{} {}, {}", preference.skema, preference.pmk, version);
        return Some(reference_rate(&preference.tarif, source, snapshot.version()));
    }
    let line = snapshot.tarif(hs, day)?;
    Some(reference_rate(&line.bm, format!("{} {hs}, {version}", line.edisi), snapshot.version()))
}

/// Facility codes of the certificates of origin that cover the line: those it names, or all when it names no paper.
fn claimed_schemes<'a>(doc: &'a Pib, goods: &'a Barang) -> impl Iterator<Item = &'a str> {
    let named: Vec<_> = goods.barang_dokumen.iter().filter_map(|row| row.seri_dokumen.value()).collect();
    doc.dokumen
        .iter()
        .filter(|paper| matches!(text(&paper.kode_dokumen), "860" | "861"))
        .filter(move |paper| named.is_empty() || paper.seri_dokumen.value().is_some_and(|seri| named.contains(&seri)))
        .map(|paper| text(&paper.kode_fasilitas))
        .filter(|facility| !facility.is_empty())
}

fn reference_rate(rate: &Rate, source: String, snapshot: u64) -> ReferenceRate {
    let (kind, rate) = match rate {
        Rate::AdValorem(percent) => (TariffKind::AdValorem, *percent),
        Rate::Spesifik { nilai, .. } => (TariffKind::Specific, *nilai),
    };
    ReferenceRate { kind, rate, source: Arc::from(source), snapshot }
}

fn number<const S: u32>(field: &Field<Dec<S>>) -> Decimal {
    field.value().map(Dec::get).unwrap_or_default()
}

fn text<T: AsRef<str>>(field: &Field<T>) -> &str {
    field.good().map_or("", AsRef::as_ref)
}
