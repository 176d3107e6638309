//! Inputs written the way the worked examples read. Each `eNN` is one vector of rules 2.7.

use std::collections::BTreeMap;

use kernel::Date;
use rust_decimal::Decimal;

use super::super::*;

pub fn dec(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

/// The parameters of March 2025.
const PARAMETERS: &[(&str, &str)] = &[
    ("pembulatan", "190"),
    ("pembulatan.bm", "atas:1000"),
    ("pembulatan.cukai", "atas:1000"),
    ("pembulatan.ppn", "bawah:1"),
    ("pembulatan.ppnbm", "bawah:1"),
    ("pembulatan.pph22", "bawah:1"),
    ("ppn.tarif", "12"),
    ("ppn.dpp", "11/12"),
    ("ppn.dpp_mewah", "1"),
    ("ppn.basis_bm_bulat", "0"),
    ("pph22.umum.api", "2.5"),
    ("pph22.umum.non_api", "7.5"),
    ("pph22.a", "10"),
    ("pph22.b", "7.5"),
    ("pph22.pangan.api", "0.5"),
    ("pph22.pangan.non_api", "7.5"),
    ("pph22.emas", "0.25"),
    ("freight.asean", "5"),
    ("freight.asia_au", "10"),
    ("freight.lain", "15"),
    ("freight.udara", "persen"),
    ("asuransi.persen", "0.5"),
    ("asuransi.dn_ditambahkan", "0"),
    ("toleransi.cif", "0.01"),
    ("pdri.bm_ditanggung", "1"),
    ("pdri.bm_ditangguhkan", "1"),
    ("pdri.bm_berkala", "1"),
    ("pdri.bm_dibebaskan", "0"),
    ("pdri.bm_tidak_dipungut", "0"),
    ("pdri.bm_dijaminkan", "1"),
    ("pdri.bm_ditunda", "1"),
    ("bunga.persen", "2"),
    ("bunga.bulan_maks", "24"),
    ("denda.tingkat", "50:100,100:125,150:150,200:175,250:200,300:225,350:250,400:300,450:600,*:1000"),
    ("denda.bm_nol", "petugas"),
    ("denda.salah_tarif", "0"),
    ("denda.kelipatan", "1:1,2:2,4:5,6:7,*:maks"),
    ("denda.terlambat", "10"),
    ("denda.tps", "25"),
    ("denda.keluar_tanpa_izin", "25000000"),
    ("denda.rksp.min", "5000000"),
    ("denda.rksp.maks", "50000000"),
];

/// A parameter table with some values replaced.
pub fn table(overrides: &[(&'static str, &'static str)]) -> BTreeMap<&'static str, &'static str> {
    PARAMETERS.iter().chain(overrides).copied().collect()
}

pub fn params(overrides: &[(&'static str, &'static str)]) -> LevyParams {
    let table = table(overrides);
    LevyParams::from_lookup(&|key| table.get(key).map(|value| (*value).to_owned())).unwrap()
}

/// A declaration in US dollars by an importer with API, loaded in Asia.
pub fn declaration(terms: &str, price: &str, ndpbm: &str, items: Vec<ItemInput>) -> LevyInput {
    LevyInput {
        date: Date::constant(2025, 3, 12),
        has_api: true,
        incoterm: Incoterm::from_code(terms),
        price: dec(price),
        additions: Decimal::ZERO,
        deductions: Decimal::ZERO,
        freight: None,
        insurance: None,
        insured: None,
        freight_group: Some(FreightGroup::AsiaAustralia),
        by_air: false,
        currency: CurrencyCode::new("USD").unwrap(),
        ndpbm: Some(dec(ndpbm)),
        ndpbm_source: Some("KMK contoh, 12-18 Maret 2025".into()),
        declared_cif: None,
        items,
    }
}

/// A goods line that shares the value by `price`; positions are those of the list.
pub fn item(price: &str, rows: Vec<RowInput>) -> ItemInput {
    let mut rows = rows;
    for (index, row) in rows.iter_mut().enumerate() {
        row.index = index;
    }
    let price = dec(price);
    ItemInput { index: 0, price, declared_cif: None, quantity: Decimal::ZERO, pph_class: None, rows }
}

/// Several goods lines, numbered.
pub fn lines(items: Vec<ItemInput>) -> Vec<ItemInput> {
    let mut items = items;
    for (index, item) in items.iter_mut().enumerate() {
        item.index = index;
    }
    items
}

/// A paid ad valorem row.
pub fn row(code: &str, rate: &str) -> RowInput {
    RowInput {
        index: 0,
        levy: Levy::from_code(code).unwrap(),
        kind: TariffKind::AdValorem,
        rate: dec(rate),
        money: TariffMoney::Rupiah,
        money_source: None,
        quantity: None,
        excise_base: None,
        facility: Facility::Dibayar,
        facility_percent: None,
        facility_source: None,
        reference: None,
        declared: DeclaredAmounts::default(),
    }
}

/// A paid specific row in rupiah a unit.
pub fn specific(code: &str, rate: &str, quantity: &str) -> RowInput {
    RowInput { kind: TariffKind::Specific, quantity: Some(dec(quantity)), ..row(code, rate) }
}

/// The same row under a facility.
pub fn under(facility: &str, percent: &str, row: RowInput) -> RowInput {
    RowInput { facility: Facility::from_code(facility).unwrap(), facility_percent: Some(dec(percent)), ..row }
}

/// The usual three rows.
pub fn usual(bm: &str, pph: &str) -> Vec<RowInput> {
    vec![row("BM", bm), row("PPN", "12"), row("PPH", pph)]
}

/// One goods line under CIF terms.
pub fn simple(cif: &str, ndpbm: &str, rows: Vec<RowInput>) -> LevyInput {
    declaration("CIF", cif, ndpbm, vec![item(cif, rows)])
}

/// E1: FOB 6,000 from Korea, freight and insurance missing; PPN 10 as declared in that era, or 12.
pub fn e01(ppn: &str) -> LevyInput {
    let rows = vec![row("BM", "10"), row("PPN", ppn), row("PPH", "2.5")];
    declaration("FOB", "6000", "13500", vec![item("6000", rows)])
}

/// E2: FOB 12,345.67 from China with freight 850, insurance missing.
pub fn e02() -> LevyInput {
    let mut input = declaration("FOB", "12345.67", "16321", vec![item("12345.67", usual("5", "2.5"))]);
    input.freight = Some(dec("850"));
    input
}

/// E3: three goods lines under FOB, freight 1,050 and insurance 93.10 shared by FOB; the third is of PPh annex B.
pub fn e03() -> LevyInput {
    let items =
        vec![item("10000", usual("10", "2.5")), item("5000", usual("0", "2.5")), item("2500", usual("15", "7.5"))];
    let mut input = declaration("FOB", "17500", "16250.50", lines(items));
    input.freight = Some(dec("1050"));
    input.insurance = Some(dec("93.10"));
    input
}

/// E4: importer without API, PPh 7.5 %.
pub fn e04() -> LevyInput {
    LevyInput { has_api: false, ..simple("20000", "16500", usual("7.5", "7.5")) }
}

/// E5: specific duty, rice, Rp 450 a kg on 25,000 kg.
pub fn e05() -> LevyInput {
    simple("13750", "16400", vec![specific("BM", "450", "25000"), row("PPN", "12"), row("PPH", "2.5")])
}

/// E6: BMAD 20 % ad valorem on top of BM 15 %.
pub fn e06() -> LevyInput {
    let rows = vec![row("BM", "15"), row("BMAD", "20"), row("PPN", "12"), row("PPH", "2.5")];
    simple("50000", "16300", rows)
}

/// E7: BMTP Rp 7,000 a metre on 8,000 m, PPh annex B.
pub fn e07() -> LevyInput {
    let rows = vec![row("BM", "10"), specific("BMTP", "7000", "8000"), row("PPN", "12"), row("PPH", "7.5")];
    simple("30000", "16300", rows)
}

/// E8: luxury car, PPnBM 40 %, so PPN is the full 12 %; PPh annex A.
pub fn e08() -> LevyInput {
    let rows = vec![row("BM", "50"), row("PPN", "12"), row("PPNBM", "40"), row("PPH", "10")];
    simple("45000", "16300", rows)
}

/// E9: spirits, excise Rp 139,000 a litre on 1,200 l, PPh annex A.
pub fn e09() -> LevyInput {
    let rows = vec![row("BM", "150"), specific("CMEA", "139000", "1200"), row("PPN", "12"), row("PPH", "10")];
    simple("9600", "16300", rows)
}

/// E10: ATIGA preference, BM 0 %.
pub fn e10() -> LevyInput {
    simple("21105", "16300", usual("0", "2.5"))
}

/// E11a: BM 15 %, excise of 2,000,000 (Rp 2,000 a litre on 1,000 l), no API, PPN 10 % era.
pub fn e11a() -> LevyInput {
    let rows = vec![row("BM", "15"), specific("CMEA", "2000", "1000"), row("PPN", "10"), row("PPH", "7.5")];
    LevyInput { has_api: false, ..simple("20000", "14000", rows) }
}

/// E11b: BM 5 %, no API, PPN 10 % era.
pub fn e11b() -> LevyInput {
    let rows = vec![row("BM", "5"), row("PPN", "10"), row("PPH", "7.5")];
    LevyInput { has_api: false, ..simple("150000", "10000", rows) }
}
