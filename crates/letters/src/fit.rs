//! Nothing may stand outside its sheet, whatever the data.

use app::ports::LetterFault;
use serde_json::Value;
use typst::layout::{Abs, Frame, FrameItem, Point, Transform};

use crate::{KINDS, Typst, samples};

/// Free room that every letter keeps at the edge of the paper.
const EDGE: Abs = Abs::raw(20.0);

/// Texts that reach over the edge, with their page.
fn outside(letters: &Typst, kind: &str, data: &Value) -> Result<Vec<String>, LetterFault> {
    letters.with(kind, data, |engine, entry, letter| {
        let document = engine.typeset(entry, letter)?;
        let mut found = Vec::new();
        for (i, page) in document.pages().iter().enumerate() {
            let size = page.frame.size();
            walk(&page.frame, Point::zero(), &mut |at, width, text| {
                if at.x < EDGE || at.x + width > size.x - EDGE || at.y < EDGE || at.y > size.y - EDGE {
                    found.push(format!("{kind} page {}: {text}", i + 1));
                }
            });
        }
        Ok(found)
    })
}

/// Calls `see` with place, width and words of each text that is not turned.
fn walk(frame: &Frame, origin: Point, see: &mut impl FnMut(Point, Abs, &str)) {
    for (at, item) in frame.items() {
        let at = origin + *at;
        match item {
            FrameItem::Group(group) if group.transform == Transform::identity() => walk(&group.frame, at, see),
            FrameItem::Text(text) => see(at, text.width(), text.text.trim_end()),
            _ => {}
        }
    }
}

/// Replaces each filled text outside the letterhead; shapes such as dates and amounts are left alone.
fn fill(value: &mut Value, with: &str) {
    match value {
        Value::String(text) if text.chars().any(char::is_alphabetic) && !is_shape(text) => with.clone_into(text),
        Value::Array(rows) => rows.iter_mut().for_each(|row| fill(row, with)),
        Value::Object(members) => {
            members.iter_mut().filter(|(name, _)| *name != "kop").for_each(|(_, m)| fill(m, with));
        }
        _ => {}
    }
}

fn is_shape(text: &str) -> bool {
    matches!(text, "reject" | "warn" | "note") || text.starts_with("2026-")
}

#[test]
fn neither_samples_nor_long_texts_leave_the_paper() {
    let letters = Typst::new().unwrap();
    let texts = ["", &"W".repeat(300), &"kata panjang sekali ".repeat(20)];
    for kind in KINDS {
        for text in texts {
            let mut data = samples::sample(kind.name).unwrap();
            if !text.is_empty() {
                fill(&mut data, text);
            }
            assert_eq!(outside(&letters, kind.name, &data).unwrap(), Vec::<String>::new());
        }
    }
}
