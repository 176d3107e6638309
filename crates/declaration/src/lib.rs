//! The import declaration BC 2.0: what came in, drafts, rules, lodging, levies and workflow. Pure.

pub mod document;
pub mod raw;
pub mod rules;
#[allow(missing_docs, clippy::all)]
pub mod levy {
    use kernel::{Pointer, Text, Rupiah, Severity, Decimal};
    #[derive(PartialEq, Clone, Copy)] pub enum DifferenceKind { Rate, TariffKind, Paid, Covered, Cif }
    pub struct Difference { pub kind: DifferenceKind }
    impl Difference { pub fn pointer(&self)->Pointer{Pointer::root()} pub fn message(&self)->Text{Text::fixed("","")} }
    pub struct Problem2; impl Problem2 { pub fn pointer(&self)->Pointer{Pointer::root()} pub fn message(&self)->Text{Text::fixed("","")} pub fn severity(&self)->Severity{Severity::Reject} }
    pub struct Assessment { pub differences: Vec<Difference>, pub problems: Vec<Problem2> }
    impl Assessment { pub fn guaranteed(&self)->Rupiah{Rupiah(0)} pub fn cif(&self)->Option<Decimal>{None} }
}

pub use document::{Field, Pib};
pub use raw::{Limits, Malformed, Raw};
