//! One levy row: its base, its gross amount, and the parts paid and under a facility (rules 2.3, 2.5).

use rust_decimal::Decimal;
use serde::Serialize;

use super::codes::{Facility, Levy, Stage};
use super::input::{ItemInput, RowInput};
use super::place::Place;
use super::problem::{Log, ProblemKind};
use super::rounding::{Ratio, as_text, as_text_opt, percent_of};
use super::terms::{CurrencyCode, TariffKind, TariffMoney};

/// The exact amounts of one row in rupiah: `gross` = `paid` + `covered`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Amounts {
    /// The whole levy.
    #[serde(serialize_with = "as_text")]
    pub gross: Decimal,
    /// The part that is billed.
    #[serde(serialize_with = "as_text")]
    pub paid: Decimal,
    /// The part under the facility.
    #[serde(serialize_with = "as_text")]
    pub covered: Decimal,
}

/// One levy row, computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RowAssessment {
    /// Position in `barangTarif`.
    pub index: usize,
    /// Levy type.
    pub levy: Levy,
    /// Facility of the covered part.
    pub facility: Facility,
    /// Percent of the levy under the facility.
    #[serde(serialize_with = "as_text")]
    pub facility_percent: Decimal,
    /// Ad valorem or specific.
    pub kind: TariffKind,
    /// Percent, or money a unit.
    #[serde(serialize_with = "as_text")]
    pub rate: Decimal,
    /// Base of an ad valorem levy in rupiah, before `factor`.
    #[serde(serialize_with = "as_text_opt")]
    pub base: Option<Decimal>,
    /// Part of the base that is charged, such as 11/12.
    pub factor: Ratio,
    /// Quantity of a specific levy.
    #[serde(serialize_with = "as_text_opt")]
    pub quantity: Option<Decimal>,
    /// Rupiah for one unit of the money of a specific tariff.
    #[serde(serialize_with = "as_text_opt")]
    pub tariff_ndpbm: Option<Decimal>,
    /// The amounts; `None` when they cannot be computed.
    pub amounts: Option<Amounts>,
}

impl RowAssessment {
    /// What this row leaves in the import value; `None` when the row is not computed.
    pub(super) fn counted(&self, covered_counts: bool) -> Option<Decimal> {
        self.amounts.map(|amounts| if covered_counts { amounts.gross } else { amounts.paid })
    }
}

/// The goods line and the declaration's money, for the rows of that line.
pub(super) struct RowContext<'a> {
    pub item: &'a ItemInput,
    pub currency: CurrencyCode,
    pub ndpbm: Option<Decimal>,
}

impl RowContext<'_> {
    /// The row before its amounts are known.
    pub fn open(&self, row: &RowInput, log: &mut Log) -> RowAssessment {
        let place = |name| Place::RowField(self.item.index, row.index, name);
        RowAssessment {
            index: row.index,
            levy: row.levy,
            facility: row.facility,
            facility_percent: self.facility_percent(row, log),
            kind: row.kind,
            rate: log.not_negative(place("tarif"), row.rate),
            base: None,
            factor: Ratio::ONE,
            quantity: None,
            tariff_ndpbm: None,
            amounts: None,
        }
    }

    fn facility_percent(&self, row: &RowInput, log: &mut Log) -> Decimal {
        let hundred = Decimal::ONE_HUNDRED;
        if row.facility == Facility::Dibayar {
            return Decimal::ZERO;
        }
        let place = Place::RowField(self.item.index, row.index, "tarifFasilitas");
        let percent = log.not_negative(place, row.facility_percent.unwrap_or(hundred));
        if percent > hundred {
            log.note(place, ProblemKind::PercentAboveHundred);
        }
        percent.min(hundred)
    }

    /// Computes the amounts on `base` (rupiah, charged by `factor`); a missing base has its problem already.
    pub fn fill(&self, out: &mut RowAssessment, row: &RowInput, base: Option<Decimal>, factor: Ratio, log: &mut Log) {
        if row.levy.stage() == Stage::AsDeclared {
            out.amounts = self.declared(row, log);
            return;
        }
        let gross = match out.kind {
            TariffKind::AdValorem => {
                (out.base, out.factor) = (base, factor);
                let Some(base) = base else { return };
                percent_of(base, out.rate).and_then(|whole| factor.of(whole))
            }
            TariffKind::Specific => {
                let Some(quantity) = self.quantity(row, log) else { return };
                let Some(ndpbm) = self.tariff_rate(row, log) else { return };
                (out.quantity, out.tariff_ndpbm) = (Some(quantity), Some(ndpbm));
                out.rate.checked_mul(quantity).and_then(|amount| amount.checked_mul(ndpbm))
            }
        };
        let amounts = gross.and_then(|gross| split(gross, out.facility_percent));
        out.amounts = log.fits(Place::Row(self.item.index, row.index), amounts);
    }

    fn declared(&self, row: &RowInput, log: &mut Log) -> Option<Amounts> {
        let place = |name| Place::RowField(self.item.index, row.index, name);
        let paid = log.not_negative(place("nilaiBayar"), row.declared.paid.unwrap_or_default());
        let covered = log.not_negative(place("nilaiFasilitas"), row.declared.covered.unwrap_or_default());
        let gross = log.fits(place("nilaiBayar"), paid.checked_add(covered))?;
        Some(Amounts { gross, paid, covered })
    }

    fn quantity(&self, row: &RowInput, log: &mut Log) -> Option<Decimal> {
        let place = Place::RowField(self.item.index, row.index, "jumlahSatuan");
        let quantity = log.not_negative(place, row.quantity.unwrap_or(self.item.quantity));
        if quantity.is_zero() {
            log.note(place, ProblemKind::MissingQuantity);
            return None;
        }
        Some(quantity)
    }

    /// Rupiah for one unit of the tariff's money; without the declaration's NDPBM the problem is recorded already.
    fn tariff_rate(&self, row: &RowInput, log: &mut Log) -> Option<Decimal> {
        let place = Place::RowField(self.item.index, row.index, "tarif");
        match row.money {
            TariffMoney::Rupiah | TariffMoney::Foreign(CurrencyCode::IDR, _) => Some(Decimal::ONE),
            TariffMoney::Foreign(_, Some(rate)) => Some(log.not_negative(place, rate)),
            TariffMoney::Foreign(currency, None) if currency == self.currency => self.ndpbm,
            TariffMoney::Foreign(_, None) => {
                log.note(place, ProblemKind::MissingTariffRate);
                None
            }
        }
    }
}

/// Places kept of an amount, so that sums up to ten quadrillion rupiah are exact.
const PLACES: u32 = 12;

/// Splits a levy into the part under the facility and the rest.
fn split(gross: Decimal, facility_percent: Decimal) -> Option<Amounts> {
    let gross = gross.round_dp(PLACES);
    if facility_percent.is_zero() {
        return Some(Amounts { gross, paid: gross, covered: Decimal::ZERO });
    }
    let paid = gross.checked_sub(percent_of(gross, facility_percent)?.round_dp(PLACES))?;
    Some(Amounts { gross, paid, covered: gross.checked_sub(paid)? })
}
