//! How alike two company names are (process 225, similarity).

use std::collections::BTreeMap;

/// Legal forms and titles that say nothing about who it is.
const FORMS: &[&str] = &["PT", "CV", "TBK", "UD", "PD", "PERSERO", "PERUM", "LTD", "CO", "INC", "CORP", "LIMITED"];

/// Longest name that is compared, in characters.
const LONGEST: usize = 200;

/// Likeness of two company names in percent: the Dice coefficient of their letter pairs, legal forms left out.
///
/// 100 for equal names in any spelling of the legal form, 0 when one is empty or they have nothing in common.
pub fn similarity(a: &str, b: &str) -> u8 {
    let (a, b) = (essence(a), essence(b));
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    if a == b {
        return 100;
    }
    let (left, right) = (pairs(&a), pairs(&b));
    let total: usize = left.values().sum::<usize>() + right.values().sum::<usize>();
    let common: usize = left.iter().map(|(pair, n)| right.get(pair).map_or(0, |m| *n.min(m))).sum();
    // Names of one letter have no pairs.
    (common * 200).checked_div(total).and_then(|percent| u8::try_from(percent).ok()).unwrap_or(0)
}

/// The words without legal forms, joined, upper-cased.
fn essence(name: &str) -> String {
    let upper: String = name.chars().take(LONGEST).flat_map(char::to_uppercase).collect();
    let words = upper.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !FORMS.contains(word)).collect()
}

fn pairs(text: &str) -> BTreeMap<(char, char), usize> {
    let mut out = BTreeMap::new();
    for pair in text.chars().zip(text.chars().skip(1)) {
        *out.entry(pair).or_insert(0) += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(a: &str, b: &str, expect: u8) {
        assert_eq!(similarity(a, b), expect, "{a} / {b}");
    }

    #[test]
    fn legal_forms_and_spelling_do_not_count() {
        check("PT Contoh Sejahtera Abadi", "CONTOH SEJAHTERA ABADI, PT.", 100);
        check("PT. Contoh Sejahtera Abadi Tbk", "contoh sejahtera-abadi", 100);
    }

    #[test]
    fn near_names_are_near_and_far_names_far() {
        check("PT Contoh Sejahtera Abadi", "PT Contoh Sejahtra Abadi", 91);
        check("PT Contoh Sejahtera Abadi", "PT Contoh Abadi", 62);
        check("PT Contoh Sejahtera Abadi", "PT Maju Mundur Kencana", 0);
        check("PT Contoh Sejahtera Abadi", "", 0);
        check("PT", "CV", 0);
        check("A", "B", 0);
    }

    proptest! {
        #[test]
        fn it_is_a_percentage_and_does_not_care_for_order(a in "\\PC{0,60}", b in "\\PC{0,60}") {
            let likeness = similarity(&a, &b);
            prop_assert!(likeness <= 100);
            prop_assert_eq!(likeness, similarity(&b, &a));
        }
    }
}
