//! How a draft is kept: one part for the header members of each section, one for each list, one for each goods line.

use declaration::document::Barang;
use declaration::layout::Bagian;
use declaration::{Limits, Pib, Raw, Section};
use sha2::{Digest, Sha256};
use store::parts::Part;

use crate::Error;

/// The list of goods lines, each a part of its own.
pub(super) const LINES: &str = "barang";

/// The part of a section's header members; sections without any have none.
pub(super) fn header_part(bagian: Bagian) -> Option<&'static str> {
    match bagian {
        Bagian::Header => Some("header"),
        Bagian::Pengangkutan => Some("header-pengangkutan"),
        Bagian::Kemasan => Some("header-kemasan"),
        Bagian::Transaksi => Some("header-transaksi"),
        Bagian::Pernyataan => Some("header-pernyataan"),
        Bagian::Entitas | Bagian::Dokumen | Bagian::Barang | Bagian::Pungutan => None,
    }
}

/// The parts that a section is kept in, goods lines apart.
pub(super) fn parts_of(bagian: Bagian) -> impl Iterator<Item = &'static str> {
    header_part(bagian).into_iter().chain(bagian.lists().iter().copied())
}

/// A document in parts: `(part, line, JSON)`.
pub(crate) fn split(doc: &Pib) -> Vec<(String, u32, String)> {
    let Raw::Object(members) = doc.to_raw() else { return Vec::new() };
    let mut rows = Vec::new();
    let mut headers: Vec<(&str, Vec<(String, Raw)>)> = vec![("header", Vec::new())];
    for (name, value) in members {
        match value {
            Raw::List(lines) if name == LINES => {
                rows.extend(lines.into_iter().zip(1_u32..).map(|(line, seq)| (name.clone(), seq, line.to_json())));
            }
            // A list that the document does not know may be called anything, also like one of our parts.
            list @ Raw::List(_) if Pib::LISTS.contains(&name.as_str()) => rows.push((name, 0, list.to_json())),
            other => {
                let part = header_part(Bagian::of_pointer(&name)).unwrap_or("header");
                match headers.iter_mut().find(|(known, _)| *known == part) {
                    Some((_, members)) => members.push((name, other)),
                    None => headers.push((part, vec![(name, other)])),
                }
            }
        }
    }
    rows.extend(headers.into_iter().map(|(part, members)| (part.to_owned(), 0, Raw::Object(members).to_json())));
    rows
}

/// A draft out of its parts.
pub(crate) fn assemble(rows: &[Part]) -> Result<Pib, Error> {
    let (limits, mut members, mut goods) = (Limits::default(), Vec::new(), Vec::new());
    for row in rows {
        if row.part == LINES {
            goods.push(Barang::parse(row.body.as_bytes(), &limits)?);
            continue;
        }
        match (row.part.as_str(), Raw::parse(row.body.as_bytes(), &limits)?) {
            (name, Raw::Object(header)) if name.starts_with("header") => members.extend(header),
            (name, list) => members.push((name.to_owned(), list)),
        }
    }
    Ok(Pib { barang: goods, ..Pib::from_raw(Raw::Object(members)) })
}

/// What a reader saw of some parts, in a word: another content gives another word.
pub(super) fn mark<'a>(bodies: impl Iterator<Item = &'a str>) -> String {
    let mut hash = Sha256::new();
    for body in bodies {
        hash.update((body.len() as u64).to_be_bytes());
        hash.update(body);
    }
    hex::encode(hash.finalize().get(..12).unwrap_or_default())
}

/// The word of a section among the parts of a draft.
pub(super) fn section_mark(rows: &[Part], bagian: Bagian) -> String {
    let body = |name: &str| rows.iter().find(|row| row.part == name).map_or("", |row| row.body.as_str());
    mark(parts_of(bagian).map(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_comes_back_whole() {
        let json = include_bytes!("../../../../examples/pib-10-barang.json");
        let doc = Pib::parse(json, &Limits::default()).unwrap();
        let rows: Vec<Part> =
            split(&doc).into_iter().map(|(part, seq, body)| Part { part, seq, body, version: 1 }).collect();
        assert_eq!(assemble(&rows).unwrap(), doc);
        let marks: std::collections::BTreeSet<String> = Bagian::ALL.iter().map(|b| section_mark(&rows, *b)).collect();
        assert_eq!(marks.len(), Bagian::ALL.len(), "each section has its own word");
    }

    #[test]
    fn lists_that_nobody_knows_come_back_too() {
        let json = br#"{"header":[1],"a\u0000b":[[]],"nik":["x"],"kontainer":[{"nomorKontainer":"CSAU2603014"}]}"#;
        let doc = Pib::parse(json, &Limits::default()).unwrap();
        let rows: Vec<Part> =
            split(&doc).into_iter().map(|(part, seq, body)| Part { part, seq, body, version: 1 }).collect();
        let names: Vec<&str> = rows.iter().map(|row| row.part.as_str()).collect();
        assert_eq!(names, ["kontainer", "header"]);
        assert!(rows.iter().all(|row| !row.body.contains('\0')));
        assert_eq!(assemble(&rows).unwrap().to_json(), doc.to_json());
    }
}
