//! Levies of an import declaration: value, duty, excise, taxes, fines and interest, each figure explained.
//!
//! Plain figures go in ([`LevyInput`], [`LevyParams`]), an [`Assessment`] comes out. Nothing here knows the document,
//! the reference tables or the time. All arithmetic is decimal and checked: what cannot be computed is left out and
//! named by a [`LevyProblem`]; the rest is computed all the same (rules 2).

mod apportion;
mod assess;
mod bucket;
mod cif;
mod codes;
mod difference;
mod explain;
mod figure;
mod fines;
mod input;
mod interest;
mod lookup;
mod offence;
mod params;
mod place;
mod problem;
mod rounding;
mod row;
mod source;
mod terms;
mod tiers;
mod tree;
mod tree_row;
mod tree_value;

#[cfg(test)]
mod tests;

pub use apportion::Shares;
pub use assess::{Assessment, ItemAssessment, assess, value};
pub use bucket::Total;
pub use cif::{Cost, Valuation};
pub use codes::{Facility, Levy, Stage};
pub use difference::{Difference, DifferenceKind};
pub use explain::{Node, Operand, OperandName, OperandValue, Rounding, RoundingKind, Unit};
pub use figure::Figure;
pub use fines::{Fine, FineGround, FineProblem, FineRules, FineTiers, ShortageFine, ZeroPaid, shortage_fine};
pub use input::{DeclaredAmounts, ItemInput, LevyInput, ReferenceRate, RowInput};
pub use interest::{Interest, InterestRules, late_interest, started_months};
pub use lookup::{Lookup, Param, ParamProblem};
pub use offence::{Offence, RepeatTiers, StatutoryFine};
pub use params::{AirFreight, Counting, LevyParams, PphRates};
pub use place::Place;
pub use problem::{LevyProblem, ProblemKind};
pub use rounding::{Ratio, Regime, RoundingRule, floor_rupiah, round_up_thousand};
pub use row::{Amounts, RowAssessment};
pub use source::Source;
pub use terms::{CurrencyCode, FreightGroup, Incoterm, Insured, PphClass, TariffKind, TariffMoney};
