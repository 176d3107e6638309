//! All written rules, section by section.

use super::Rule;
use super::{barang, dokumen, entitas, header, kemasan, pengangkutan, pihak, pungutan, transaksi};

/// The written rules in the order of the document's sections.
const RULES: &[&[Rule]] = &[
    header::RULES,
    entitas::RULES,
    dokumen::RULES,
    pengangkutan::RULES,
    kemasan::RULES,
    transaksi::RULES,
    barang::RULES,
    pungutan::RULES,
    pihak::RULES,
];

/// Every written rule.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten()
}

/// Declares the rules of one section from a table: code, weight, check, law, title in both languages.
macro_rules! rules {
    ($( $code:literal $severity:ident $check:ident, $law:expr, $id:literal / $en:literal; )*) => {
        /// The rules of this section.
        pub const RULES: &[super::Rule] = &[ $( super::Rule {
            code: $code,
            severity: kernel::Severity::$severity,
            title: kernel::Text::fixed($id, $en),
            law: $law,
            from: None,
            to: None,
            check: $check,
        }, )* ];
    };
}
pub(super) use rules;
