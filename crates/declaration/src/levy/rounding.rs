//! How an exact amount becomes rupiah, and the small exact arithmetic that all steps share.

use kernel::{Rupiah, Text};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::codes::{Levy, Stage};

/// Up to the next full thousand rupiah; a full thousand stays (PMK 190/2022 art. 22). `None` past the range.
pub fn round_up_thousand(raw: Decimal) -> Option<Rupiah> {
    RoundingRule::UP_THOUSAND.apply(raw)
}

/// Down to full rupiah, as taxes are cut. `None` past the range.
pub fn floor_rupiah(raw: Decimal) -> Option<Rupiah> {
    RoundingRule::DOWN_RUPIAH.apply(raw)
}

/// A direction and the step to reach, written `atas:1000` or `bawah:1` in the parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundingRule {
    up: bool,
    step: i64,
}

impl RoundingRule {
    /// Up to full thousands.
    pub const UP_THOUSAND: Self = Self { up: true, step: 1000 };
    /// Down to full rupiah.
    pub const DOWN_RUPIAH: Self = Self { up: false, step: 1 };

    /// Reads `atas:N` (up) or `bawah:N` (down) with N from 1 to 1,000,000 rupiah.
    pub fn parse(text: &str) -> Option<Self> {
        let (direction, step) = text.trim().split_once(':')?;
        let step: i64 = step.parse().ok().filter(|step| (1..=1_000_000).contains(step))?;
        match direction {
            "atas" => Some(Self { up: true, step }),
            "bawah" => Some(Self { up: false, step }),
            _ => None,
        }
    }

    /// The rounded amount; `None` past the range.
    pub fn apply(self, raw: Decimal) -> Option<Rupiah> {
        let whole = raw.floor();
        let rupiah = whole.to_i64()?;
        let over = rupiah.rem_euclid(self.step);
        let floor = rupiah.checked_sub(over)?;
        let exact = over == 0 && whole == raw;
        if self.up && !exact { floor.checked_add(self.step).map(Rupiah) } else { Some(Rupiah(floor)) }
    }

    fn label(self) -> Text {
        let (id, en) = if self.up { ("ke atas", "up") } else { ("ke bawah", "down") };
        let step = Rupiah(self.step).to_letter();
        Text::made(format!("Dibulatkan {id} ke kelipatan {step}"), format!("Rounded {en} to a multiple of {step}"))
    }
}

impl Serialize for RoundingRule {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut out = s.serialize_struct("RoundingRule", 2)?;
        out.serialize_field("rule", &format!("{}:{}", if self.up { "atas" } else { "bawah" }, self.step))?;
        out.serialize_field("label", &self.label())?;
        out.end()
    }
}

/// Which rounding rule each levy type follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regime {
    /// Import duty and additional duties.
    pub duty: RoundingRule,
    /// Excise.
    pub excise: RoundingRule,
    /// PPN.
    pub ppn: RoundingRule,
    /// PPnBM.
    pub ppnbm: RoundingRule,
    /// PPh 22.
    pub pph: RoundingRule,
}

impl Regime {
    /// PMK 228/2015: every levy up to full thousands.
    pub const PMK_228: Self = Self::of(RoundingRule::UP_THOUSAND, RoundingRule::UP_THOUSAND);
    /// PMK 190/2022: duty and excise up to full thousands, taxes down to full rupiah (rules 2.4).
    pub const PMK_190: Self = Self::of(RoundingRule::UP_THOUSAND, RoundingRule::DOWN_RUPIAH);

    const fn of(customs: RoundingRule, tax: RoundingRule) -> Self {
        Self { duty: customs, excise: customs, ppn: tax, ppnbm: tax, pph: tax }
    }

    /// The rule of a levy type; a declared amount is only cut to full rupiah.
    pub fn rule_for(&self, levy: Levy) -> RoundingRule {
        match (levy, levy.stage()) {
            (_, Stage::Duty) => self.duty,
            (_, Stage::Excise) => self.excise,
            (_, Stage::AsDeclared) => RoundingRule::DOWN_RUPIAH,
            (Levy::Ppnbm, _) => self.ppnbm,
            (Levy::Pph, _) => self.pph,
            _ => self.ppn,
        }
    }
}

/// A fraction such as 11/12, kept exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// Above the line.
    pub numerator: u32,
    /// Below the line, never zero.
    pub denominator: u32,
}

impl Ratio {
    /// The whole.
    pub const ONE: Self = Self { numerator: 1, denominator: 1 };

    /// Reads `11/12` or a whole number.
    pub fn parse(text: &str) -> Option<Self> {
        let (above, below) = text.trim().split_once('/').unwrap_or((text.trim(), "1"));
        let ratio = Self { numerator: above.trim().parse().ok()?, denominator: below.trim().parse().ok()? };
        (ratio.denominator > 0).then_some(ratio)
    }

    /// This part of an amount.
    pub fn of(self, amount: Decimal) -> Option<Decimal> {
        if self == Self::ONE {
            return Some(amount);
        }
        amount.checked_mul(self.numerator.into())?.checked_div(self.denominator.into())
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        if self.denominator == 1 {
            return s.collect_str(&self.numerator);
        }
        s.collect_str(&format_args!("{}/{}", self.numerator, self.denominator))
    }
}

/// `rate` percent of an amount.
pub(super) fn percent_of(amount: Decimal, rate: Decimal) -> Option<Decimal> {
    amount.checked_mul(rate)?.checked_mul(Decimal::new(1, 2))
}

/// Most places shown: a quotient may have as many as the arithmetic holds.
const SHOWN_PLACES: u32 = 12;

/// Writes a decimal as plain text, without trailing zeros.
pub(super) fn as_text<S: Serializer>(value: &Decimal, s: S) -> Result<S::Ok, S::Error> {
    s.collect_str(&value.round_dp(SHOWN_PLACES).normalize())
}

/// The same for a figure that may not be known.
#[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
pub(super) fn as_text_opt<S: Serializer>(value: &Option<Decimal>, s: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => as_text(value, s),
        None => s.serialize_none(),
    }
}

/// Writes rupiah as text, as all money of an explanation is written.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference to the field")]
pub(super) fn rupiah_text<S: Serializer>(value: &Rupiah, s: S) -> Result<S::Ok, S::Error> {
    s.collect_str(value)
}
