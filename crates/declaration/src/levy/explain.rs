//! The explanation tree: how each figure came about, from which datum, rate, decree and rule.
//!
//! Building it stores numbers and references only; text is made when the tree is serialised. Money is decimal text.

use kernel::Text;
use rust_decimal::Decimal;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::codes::Levy;
use super::figure::Figure;
use super::place::Place;
use super::rounding::{Ratio, RoundingRule, as_text, as_text_opt};
use super::source::Source;
use super::terms::CurrencyCode;

/// One figure and how it came about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Node {
    /// Stable pointer of the figure.
    pub id: Place,
    /// What it is.
    pub label: &'static Text,
    /// The facility, on a figure that belongs to one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facility: Option<&'static Text>,
    /// How the operands make the figure.
    pub formula: &'static str,
    /// What went in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub operands: Vec<Operand>,
    /// The exact figure; absent when it cannot be computed.
    #[serde(serialize_with = "as_text_opt")]
    pub raw: Option<Decimal>,
    /// Unit of the figure.
    pub unit: Unit,
    /// How it was rounded, where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounding: Option<Rounding>,
    /// The figures it is made of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Node>,
}

impl Node {
    /// A figure in rupiah without operands or children.
    pub(super) fn rupiah(id: Place, label: &'static Text, formula: &'static str, raw: Option<Decimal>) -> Self {
        let unit = Unit::Money(CurrencyCode::IDR);
        Self { id, label, facility: None, formula, operands: vec![], raw, unit, rounding: None, children: vec![] }
    }
}

/// One operand of a formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Operand {
    /// What it is.
    pub name: OperandName,
    /// Its value.
    pub value: OperandValue,
    /// Its unit.
    pub unit: Unit,
    /// Where it comes from.
    pub source: Source,
}

impl Operand {
    pub(super) fn money(figure: Figure, value: Decimal, currency: CurrencyCode, source: Source) -> Self {
        let name = OperandName::Figure(figure);
        Self { name, value: OperandValue::Number(value), unit: Unit::Money(currency), source }
    }

    pub(super) fn number(figure: Figure, value: Decimal, unit: Unit, source: Source) -> Self {
        Self { name: OperandName::Figure(figure), value: OperandValue::Number(value), unit, source }
    }
}

impl Serialize for Operand {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let (name, label) = match self.name {
            OperandName::Figure(figure) => (figure.name(), figure.label()),
            OperandName::Levy(levy) => (levy.code(), levy.label()),
        };
        let mut out = s.serialize_struct("Operand", 5)?;
        out.serialize_field("name", name)?;
        out.serialize_field("label", label)?;
        out.serialize_field("value", &self.value)?;
        out.serialize_field("unit", &self.unit)?;
        out.serialize_field("source", &self.source)?;
        out.end()
    }
}

/// What an operand is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperandName {
    /// A figure of the computation.
    Figure(Figure),
    /// The amount of a levy.
    Levy(Levy),
}

/// The value of an operand.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub enum OperandValue {
    /// A decimal, as text.
    Number(#[serde(serialize_with = "as_text")] Decimal),
    /// A fraction, as text such as `11/12`.
    Ratio(Ratio),
}

/// Unit of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Money of a currency.
    Money(CurrencyCode),
    /// Percent.
    Percent,
    /// Goods units, or a plain number.
    Count,
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Money(currency) => currency.serialize(s),
            Self::Percent => s.serialize_str("%"),
            Self::Count => s.serialize_str("1"),
        }
    }
}

/// How a figure was rounded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rounding {
    /// The rule.
    #[serde(flatten)]
    pub rule: RoundingKind,
    /// The rounded figure.
    #[serde(serialize_with = "as_text")]
    pub rounded: Decimal,
    /// The parameter that sets the rule, where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A rounding rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundingKind {
    /// Of a levy total, to rupiah.
    Levy(RoundingRule),
    /// Half up to the two places of `cif`.
    Cif,
}

static CIF_ROUNDING: Text = Text::fixed("Dibulatkan ke dua desimal", "Rounded half up to two places");

impl Serialize for RoundingKind {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Levy(rule) => rule.serialize(s),
            Self::Cif => {
                let mut out = s.serialize_struct("RoundingKind", 2)?;
                out.serialize_field("rule", "setengah:0.01")?;
                out.serialize_field("label", &CIF_ROUNDING)?;
                out.end()
            }
        }
    }
}
