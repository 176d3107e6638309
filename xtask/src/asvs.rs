//! `docs/asvs.csv`: what of the OWASP ASVS 5.0 is done and which test shows it. Every requirement of levels 1 and 2 and the
//! named ones of level 3 has a line; what is done names tests that exist, everything else says why.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::root;

/// Where the list stands.
const FILE: &str = "docs/asvs.csv";

/// Requirements of levels 1 and 2 by section: how many it begins with at these levels, or which ones.
///
/// Sections with other numbers than 1, 2, 3 … at these levels do not exist in version 5.0.
const SECTIONS: &[(&str, usize)] = &[
    ("1.1", 2),
    ("1.2", 9),
    ("1.3", 11),
    ("1.4", 3),
    ("1.5", 2),
    ("2.1", 3),
    ("2.2", 3),
    ("2.3", 4),
    ("2.4", 1),
    ("3.2", 2),
    ("3.3", 4),
    ("3.4", 6),
    ("3.5", 5),
    ("3.7", 2),
    ("4.1", 3),
    ("4.2", 1),
    ("4.3", 2),
    ("4.4", 4),
    ("5.1", 1),
    ("5.2", 3),
    ("5.3", 2),
    ("5.4", 3),
    ("6.1", 3),
    ("6.2", 12),
    ("6.3", 4),
    ("6.4", 4),
    ("6.5", 5),
    ("6.6", 3),
    ("6.8", 4),
    ("7.1", 3),
    ("7.2", 4),
    ("7.3", 2),
    ("7.4", 5),
    ("7.5", 2),
    ("7.6", 2),
    ("8.1", 2),
    ("8.2", 3),
    ("8.3", 1),
    ("8.4", 1),
    ("9.1", 3),
    ("9.2", 4),
    ("10.1", 2),
    ("10.2", 2),
    ("10.3", 4),
    ("10.4", 11),
    ("10.5", 5),
    ("10.6", 2),
    ("10.7", 3),
    ("11.1", 2),
    ("11.2", 3),
    ("11.3", 3),
    ("11.4", 4),
    ("11.5", 1),
    ("11.6", 1),
    ("12.1", 3),
    ("12.2", 2),
    ("12.3", 4),
    ("13.1", 1),
    ("13.2", 5),
    ("13.3", 2),
    ("13.4", 5),
    ("14.1", 2),
    ("14.2", 4),
    ("14.3", 3),
    ("15.1", 3),
    ("15.2", 3),
    ("15.3", 7),
    ("16.1", 1),
    ("16.2", 5),
    ("16.3", 4),
    ("16.4", 3),
    ("16.5", 3),
    ("17.1", 1),
    ("17.2", 4),
    ("17.3", 2),
];

/// Requirements of level 3 that we hold ourselves to.
const NAMED: &[&str] = &[
    "1.2.10", "2.3.5", "3.4.7", "3.4.8", "3.5.8", "5.2.4", "5.2.6", "5.3.3", "6.3.5", "6.3.7", "6.3.8", "6.4.6",
    "7.5.3", "8.2.4", "8.3.2", "8.3.3", "8.4.2", "12.3.5", "13.1.2", "13.1.3", "14.2.7", "15.4.1", "15.4.2", "15.4.3",
    "15.4.4", "16.5.4",
];

/// Everything wrong with the list.
pub fn breaches() -> Result<Vec<String>, String> {
    let text = fs::read_to_string(root().join(FILE)).map_err(|e| format!("{FILE}: {e}"))?;
    let mut files = BTreeMap::new();
    let exists = |file: &str, test: &str| {
        let source: &String =
            files.entry(file.to_owned()).or_insert_with(|| fs::read_to_string(root().join(file)).unwrap_or_default());
        source.contains(&format!("fn {test}(")) || source.contains(&format!("name: \"{test}\""))
    };
    Ok(judge(&text, exists))
}

fn judge(text: &str, mut exists: impl FnMut(&str, &str) -> bool) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for line in csv::Reader::from_reader(text.as_bytes()).records() {
        let Ok(line) = line else {
            wrong.push(format!("{FILE}: a line that is no CSV"));
            continue;
        };
        let cell = |n: usize| line.get(n).unwrap_or_default().trim();
        let (id, state, tests, reason) = (cell(0), cell(2), cell(4), cell(5));
        if !seen.insert(id.to_owned()) {
            wrong.push(format!("{FILE}: {id} stands twice"));
        }
        match state {
            "done" if tests.is_empty() => wrong.push(format!("{FILE}: {id} is done and no test shows it")),
            "done" => {}
            "no" | "written" | "open" if reason.is_empty() => {
                wrong.push(format!("{FILE}: {id} is «{state}» without a reason"));
            }
            "no" | "written" | "open" => {}
            other => wrong.push(format!("{FILE}: {id} is «{other}»; done, written, open or no")),
        }
        for test in tests.split_whitespace() {
            let (file, name) = test.split_once("::").unwrap_or((test, ""));
            if name.is_empty() || !exists(file, name) {
                wrong.push(format!("{FILE}: {id} names {test}, which does not exist"));
            }
        }
    }
    let wanted: BTreeSet<String> = SECTIONS
        .iter()
        .flat_map(|(section, count)| (1..=*count).map(move |n| format!("{section}.{n}")))
        .chain(NAMED.iter().map(|id| (*id).to_owned()))
        .collect();
    wrong.extend(wanted.difference(&seen).map(|id| format!("{FILE}: {id} is missing")));
    wrong
        .extend(seen.difference(&wanted).map(|id| format!("{FILE}: {id} is no requirement that we hold ourselves to")));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_one_and_two_have_253_requirements() {
        assert_eq!(SECTIONS.iter().map(|(_, count)| count).sum::<usize>(), 253);
    }

    #[test]
    fn a_gap_a_double_and_a_missing_test_are_found() {
        let text = "id,level,state,where,test,reason\n1.1.1,2,done,x,a.rs::b,\n1.1.1,2,done,x,,\n1.1.2,2,open,,,\n9.9.9,2,so,,,\n";
        let wrong = judge(text, |_, _| false).join("\n");
        for part in [
            "names a.rs::b",
            "1.1.1 stands twice",
            "1.1.1 is done and no test",
            "1.1.2 is «open» without",
            "9.9.9 is «so»",
            "9.9.9 is no requirement",
            "1.2.1 is missing",
        ] {
            assert!(wrong.contains(part), "{part}: {wrong}");
        }
    }
}
