//! What the engine is given: plain figures, each already read from the document or from reference data.

use std::sync::Arc;

use kernel::Date;
use rust_decimal::Decimal;

use super::codes::{Facility, Levy};
use super::terms::{CurrencyCode, FreightGroup, Incoterm, Insured, PphClass, TariffKind, TariffMoney};

/// The declaration's figures. Money is in `currency` unless said otherwise; below zero counts as zero.
#[derive(Debug, Clone, PartialEq)]
pub struct LevyInput {
    /// The date whose law and rates apply.
    pub date: Date,
    /// Whether the importer has an importer identification number (API).
    pub has_api: bool,
    /// Terms of delivery; `None` when the code is not known.
    pub incoterm: Option<Incoterm>,
    /// `nilaiBarang`: the price under those terms.
    pub price: Decimal,
    /// `biayaTambahan`.
    pub additions: Decimal,
    /// `biayaPengurang`.
    pub deductions: Decimal,
    /// `freight`; `None` when no document shows it (a mandatory zero under FOB terms means the same: pass `None`).
    pub freight: Option<Decimal>,
    /// `asuransi`; `None` as for freight.
    pub insurance: Option<Decimal>,
    /// `kodeAsuransi`.
    pub insured: Option<Insured>,
    /// Group of the loading country, for the estimate of a missing freight.
    pub freight_group: Option<FreightGroup>,
    /// Whether the goods came by air.
    pub by_air: bool,
    /// `kodeValuta`.
    pub currency: CurrencyCode,
    /// `ndpbm`: rupiah for one unit of `currency`.
    pub ndpbm: Option<Decimal>,
    /// Decree and week of that rate, with the reference snapshot.
    pub ndpbm_source: Option<Arc<str>>,
    /// `cif` as declared, to compare.
    pub declared_cif: Option<Decimal>,
    /// Goods lines in the order of the document.
    pub items: Vec<ItemInput>,
}

/// One goods line.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemInput {
    /// Position in `barang`, from 0.
    pub index: usize,
    /// `fob`: the weight by which the value of the declaration is shared.
    pub price: Decimal,
    /// `cif` as declared, to compare; the weight when every price is zero.
    pub declared_cif: Option<Decimal>,
    /// `jumlahSatuan`.
    pub quantity: Decimal,
    /// PPh 22 class of the tariff line, for the comparison of the PPH row.
    pub pph_class: Option<PphClass>,
    /// `barangTarif` in the order of the document.
    pub rows: Vec<RowInput>,
}

/// One levy row of a goods line.
#[derive(Debug, Clone, PartialEq)]
pub struct RowInput {
    /// Position in `barangTarif`, from 0.
    pub index: usize,
    /// `kodeJenisPungutan`.
    pub levy: Levy,
    /// `kodeJenisTarif`.
    pub kind: TariffKind,
    /// `tarif`: percent, or money a unit.
    pub rate: Decimal,
    /// Money of a specific tariff.
    pub money: TariffMoney,
    /// Decree and week of the rate inside `money`, when it has its own.
    pub money_source: Option<Arc<str>>,
    /// `jumlahSatuan` of the row; `None` takes the goods line's.
    pub quantity: Option<Decimal>,
    /// Base in rupiah of an ad valorem excise, such as retail price × quantity; `None` takes customs value plus duty.
    pub excise_base: Option<Decimal>,
    /// `kodeFasilitasTarif`.
    pub facility: Facility,
    /// `tarifFasilitas`: percent of the levy under the facility; `None` means all of it.
    pub facility_percent: Option<Decimal>,
    /// The decree that grants the facility.
    pub facility_source: Option<Arc<str>>,
    /// The tariff line of the date, to compare. `None` compares PPN with the parameters, and PPh 22 with the rate of
    /// the line's class; other levies are then not compared.
    pub reference: Option<ReferenceRate>,
    /// Amounts as declared, to compare.
    pub declared: DeclaredAmounts,
}

/// What the reference data say about a rate.
#[derive(Debug, Clone, PartialEq)]
pub struct ReferenceRate {
    /// Ad valorem or specific.
    pub kind: TariffKind,
    /// Percent, or money a unit.
    pub rate: Decimal,
    /// Tariff line, edition and law, as text.
    pub source: Arc<str>,
    /// Version of the reference snapshot.
    pub snapshot: u64,
}

/// Amounts of a levy row as declared, in rupiah.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct DeclaredAmounts {
    /// `nilaiBayar`.
    pub paid: Option<Decimal>,
    /// `nilaiFasilitas`.
    pub covered: Option<Decimal>,
    /// `nilaiSudahDilunasi`.
    pub settled: Option<Decimal>,
}
