//! The same data gives the same bytes, anywhere and at any time.

use std::process::Command;

use letters::{KINDS, Kind};
use serde_json::{Map, Value};

use crate::support::{pdf, sample};

/// Set in the child process of the test below.
const CHILD: &str = "PABEAN_LETTERS_CHILD";

fn digests() -> String {
    let digest = |bytes: &[u8]| {
        // FNV-1a: enough to tell two files apart without another dependency.
        bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
    };
    let line = |kind: &Kind| format!("{} {:016x}", kind.name, digest(&pdf(kind.name, &sample(kind.name))));
    KINDS.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn two_processes_give_the_same_bytes() {
    if std::env::var_os(CHILD).is_some() {
        println!("{}", digests());
        return;
    }
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "stable::two_processes_give_the_same_bytes", "--nocapture"])
        .env(CHILD, "1")
        .output()
        .unwrap();
    let there = String::from_utf8(output.stdout).unwrap();
    assert!(there.contains(&digests()), "{there}");
}

#[test]
fn order_of_members_and_unknown_members_change_nothing() {
    for kind in KINDS {
        let data = sample(kind.name);
        let Value::Object(members) = &data else { panic!() };
        let mut turned: Map<String, Value> = members.iter().rev().map(|(k, v)| (k.clone(), v.clone())).collect();
        turned.insert("anggotaBaru".to_owned(), Value::Bool(true));
        assert!(pdf(kind.name, &data) == pdf(kind.name, &Value::Object(turned)), "{}", kind.name);
    }
}

#[test]
fn other_data_gives_another_file() {
    let mut data = sample("SPPB");
    let before = pdf("SPPB", &data);
    data["beratKotor"] = "18950.26".into();
    assert!(before != pdf("SPPB", &data));
}

#[test]
fn the_date_of_the_file_is_the_date_of_the_letter() {
    let bytes = pdf("SPPB", &sample("SPPB"));
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("20260306131600+07"), "creation date of the file");
}
