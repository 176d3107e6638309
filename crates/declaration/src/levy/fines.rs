//! Fines on a shortage of duty: a percentage by the ratio of shortage to duty paid (PP 39/2019 art. 6; rules 2.6).

use kernel::Rupiah;
use rust_decimal::Decimal;
use serde::Serialize;

use super::lookup::{Lookup, ParamProblem, Reader, percent};
use super::rounding::{RoundingRule, as_text, percent_of, rupiah_text};
use super::tiers::Tiers;

/// Percentages by ratio, `denda.tingkat`: upper bound of the ratio in percent, fine in percent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FineTiers(Tiers<Decimal>);

impl FineTiers {
    /// Reads `50:100,100:125,…,*:1000`.
    pub fn parse(text: &str) -> Option<Self> {
        Tiers::parse(text, percent).map(Self)
    }

    /// The percentage for a shortage of duty; compared without dividing. `None` past the range.
    fn percent(&self, shortage: Decimal, paid: Decimal) -> Option<Decimal> {
        let hundredfold = shortage.checked_mul(Decimal::ONE_HUNDRED)?;
        self.0.find(|bound| Some(hundredfold <= bound.checked_mul(paid)?)).copied()
    }
}

/// What happens when no duty was paid, so that there is no ratio (`denda.bm_nol`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ZeroPaid {
    /// An officer decides.
    OfficerDecides,
    /// The lowest percentage.
    Lowest,
    /// The highest percentage.
    Highest,
}

/// Parameters of the fine on a shortage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FineRules {
    /// `denda.tingkat`.
    pub tiers: FineTiers,
    /// `denda.bm_nol`: `petugas`, `min` or `maks`.
    pub zero_paid: ZeroPaid,
    /// `denda.salah_tarif`: percentage for the wrong HS code of goods that were named rightly.
    pub tariff_only_percent: Decimal,
}

impl FineRules {
    /// Reads the three parameters.
    pub fn from_lookup(value: Lookup<'_>) -> Result<Self, ParamProblem> {
        let reader = Reader { value, law: &|_| None };
        Ok(Self {
            tiers: reader.read("denda.tingkat", "bound:percent,…,*:percent", FineTiers::parse)?.value,
            zero_paid: reader
                .read("denda.bm_nol", "petugas, min or maks", |text| match text {
                    "petugas" => Some(ZeroPaid::OfficerDecides),
                    "min" => Some(ZeroPaid::Lowest),
                    "maks" => Some(ZeroPaid::Highest),
                    _ => None,
                })?
                .value,
            tariff_only_percent: reader.percent("denda.salah_tarif")?.value,
        })
    }
}

/// Why duty is short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FineGround {
    /// Value declared too low (16(4)), found again later (17(4)), or wrong type or quantity (82(5), 82(6)).
    ValueOrGoods,
    /// The right goods under the wrong HS code.
    TariffOnly,
}

/// A fine, exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Fine {
    /// Duty due − duty paid.
    #[serde(serialize_with = "rupiah_text")]
    pub shortage: Rupiah,
    /// Percent of the shortage.
    #[serde(serialize_with = "as_text")]
    pub percent: Decimal,
    /// The fine, not rounded.
    #[serde(serialize_with = "as_text")]
    pub amount: Decimal,
}

impl Fine {
    /// The fine in rupiah by a rule such as `pembulatan.denda`; `None` past the range.
    pub fn rounded(&self, rule: RoundingRule) -> Option<Rupiah> {
        rule.apply(self.amount)
    }
}

/// What a shortage leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "result", rename_all = "camelCase")]
pub enum ShortageFine {
    /// Nothing is short.
    NoShortage,
    /// The shortage is due, without a fine.
    NoFine {
        /// Duty due − duty paid.
        #[serde(serialize_with = "rupiah_text")]
        shortage: Rupiah,
    },
    /// The shortage is due, and a fine.
    Fined(Fine),
    /// Nothing was paid: the ratio is undefined and an officer sets the percentage.
    OfficerDecides {
        /// Duty due.
        #[serde(serialize_with = "rupiah_text")]
        shortage: Rupiah,
    },
}

/// Why a fine or interest cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FineProblem {
    /// An amount below zero.
    #[error("an amount is below zero")]
    Negative,
    /// The figure is past the range of the arithmetic.
    #[error("the figure is too large to compute")]
    Overflow,
}

/// The fine for duty `due` against duty `paid` on the fined goods of one declaration.
pub fn shortage_fine(
    rules: &FineRules,
    ground: FineGround,
    paid: Rupiah,
    due: Rupiah,
) -> Result<ShortageFine, FineProblem> {
    if paid.0 < 0 || due.0 < 0 {
        return Err(FineProblem::Negative);
    }
    if due <= paid {
        return Ok(ShortageFine::NoShortage);
    }
    let shortage = Rupiah(due.0 - paid.0);
    let percent = match (ground, rules.zero_paid) {
        (FineGround::TariffOnly, _) => rules.tariff_only_percent,
        (_, ZeroPaid::OfficerDecides) if paid == Rupiah::ZERO => {
            return Ok(ShortageFine::OfficerDecides { shortage });
        }
        (_, ZeroPaid::Lowest) if paid == Rupiah::ZERO => *rules.tiers.0.ends().0,
        (_, ZeroPaid::Highest) if paid == Rupiah::ZERO => *rules.tiers.0.ends().1,
        _ => rules.tiers.percent(shortage.0.into(), paid.0.into()).ok_or(FineProblem::Overflow)?,
    };
    if percent.is_zero() {
        return Ok(ShortageFine::NoFine { shortage });
    }
    let amount = percent_of(shortage.0.into(), percent).ok_or(FineProblem::Overflow)?;
    Ok(ShortageFine::Fined(Fine { shortage, percent, amount }))
}
