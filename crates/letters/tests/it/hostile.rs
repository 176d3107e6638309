//! A user's text is data: it is printed, never obeyed.

use letters::KINDS;
use serde_json::Value;

use crate::support::{joined, pages, pdf, sample};

const MARKUP: &str =
    r#"#panic("x") #sys.inputs $a^2$ [*tebal*] \u{41} \ <label> @ref // k /* k */ `raw` #import "/data.json" = H"#;
const SCRIPTS: &str = "é ß Ж 中文 שלום مرحبا 🚢 \u{202e}terbalik\u{202c} a\u{0}b\u{7}c e\u{301} \u{10ffff}";

/// Texts that the data's shape fixes: dates, amounts, hashes, codes of small lists.
fn is_fixed(text: &str) -> bool {
    text.is_empty()
        || matches!(text, "reject" | "warn" | "note" | "WIB")
        || text.starts_with("https://")
        || text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | 'T' | ':'))
}

fn replace_texts(value: &mut Value, with: &str) {
    match value {
        Value::String(text) if !is_fixed(text) => with.clone_into(text),
        Value::Array(rows) => rows.iter_mut().for_each(|row| replace_texts(row, with)),
        Value::Object(members) => {
            for (name, member) in members {
                if name != "kop" && name != "nama" || member.is_string() {
                    replace_texts(member, with);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn markup_is_printed_as_it_was_typed() {
    for kind in KINDS {
        let mut data = sample(kind.name);
        replace_texts(&mut data, MARKUP);
        let text = joined(&pages(kind.name, &data).concat());
        assert!(text.contains(&joined(MARKUP)), "{}: {text}", kind.name);
    }
}

#[test]
fn any_script_prints_without_marks_that_turn_the_text() {
    for kind in KINDS {
        let mut data = sample(kind.name);
        replace_texts(&mut data, SCRIPTS);
        assert!(pdf(kind.name, &data).starts_with(b"%PDF-"), "{}", kind.name);
        let text = pages(kind.name, &data).concat();
        assert!(text.contains("terbalik") && !text.contains('\u{202e}') && !text.contains('\0'), "{}", kind.name);
    }
}

#[test]
fn five_thousand_characters_are_all_there() {
    let words = "kata ".repeat(999) + "akhir";
    let run = "X".repeat(4_995) + "AKHIR";
    for long in [&words, &run] {
        let mut letter = sample("SPBL");
        letter["barang"][0]["uraian"] = long.as_str().into();
        letter["acuan"]["importir"]["nama"] = long.as_str().into();
        assert_eq!(joined(&pages("SPBL", &letter).concat()).matches(&joined(&long[4_900..])).count(), 2);
        let mut form = sample("BC20");
        form["dokumen"]["barang"][1]["uraian"] = long.as_str().into();
        form["dokumen"]["entitas"][0]["alamatEntitas"] = long.as_str().into();
        assert!(joined(&pages("BC20", &form).concat()).matches(&joined(&long[4_900..])).count() >= 2);
    }
}
