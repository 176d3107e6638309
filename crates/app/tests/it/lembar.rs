//! Spreadsheets: judged by cell, stored when accepted, taken back once; the same document through every door.

use app::draft::lembar::{self, Mode, Which, columns};
use app::draft::{self, Change, Edit, LineEdit, Saved, Source};
use declaration::document::{AnyField, Path, Visit};
use declaration::layout::Bagian;
use declaration::{Limits, Pib, Raw, Section};
use kernel::{Marks, Severity};
use rust_xlsxwriter::{Format, Workbook};
use testkit::{House, on_both};

/// A workbook with one sheet: headings and rows of text.
fn book(name: &str, rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(name).unwrap();
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(*cells) {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

const HEADS: &[&str] = &[
    "Pos tarif/HS",
    "Uraian jenis barang",
    "Merek",
    "Tipe",
    "Negara asal",
    "Jumlah satuan",
    "Satuan barang",
    "Jumlah kemasan",
    "Jenis kemasan",
    "Nilai barang",
    "Catatan",
];
const VALVE: &[&str] =
    &["8481.80.99", "Katup bola", "CONTOH", "KB-15", "CN - Tiongkok", "2.000", "PCE", "40", "CT", "12.000,50", ""];
const WRONG: &[&str] = &["848180", "Katup lain", "CONTOH", "KB-16", "Tiongkok", "dua", "PCE", "40", "QQ", "1", ""];

fn fresh(house: &House) -> String {
    draft::create(&house.app, &house.actor("importir"), &Source::Blank).unwrap().to_string()
}

fn texts(house: &House, aju: &str) -> Vec<(String, String)> {
    let draft = draft::open(&house.app, &house.actor("importir"), aju).unwrap();
    draft.typed.barang.iter().map(|line| (line.pos_tarif.text(), line.uraian.text())).collect()
}

on_both! {
    fn wrong_cells_are_named_and_nothing_is_stored_before_it_is_accepted(house) {
        let (app, who, aju) = (&house.app, house.actor("importir"), fresh(house));
        let bytes = book("Daftar", &[&["Invoice contoh"], HEADS, VALVE, WRONG]);
        let id = lembar::upload_goods(app, &who, &aju, ("barang.xlsx", bytes), Marks::Comma).unwrap();
        let view = lembar::goods_view(app, &who, &aju, &id, None).unwrap();
        assert_eq!((view.mode, view.rows, view.wrong), (Mode::Append, 2, 1));
        let wrong: Vec<(String, &str)> = view
            .notes
            .iter()
            .filter(|note| note.weight == Severity::Reject && note.row == 4)
            .map(|note| (note.cell(), note.value.as_str()))
            .collect();
        for cell in [("A4", "848180"), ("E4", "Tiongkok"), ("F4", "dua"), ("I4", "QQ")] {
            assert!(wrong.contains(&(cell.0.to_owned(), cell.1)), "{cell:?} in {wrong:?}");
        }
        let country = view.notes.iter().find(|note| note.cell() == "E4").unwrap();
        assert!(country.suggestion.as_deref().unwrap_or_default().starts_with("CN"), "{country:?}");
        assert!(view.notes.iter().all(|note| note.row != 3 || note.weight != Severity::Reject), "{:?}", view.notes);
        assert!(texts(house, &aju).is_empty(), "nothing is stored");

        let stored = lembar::accept_goods(app, &who, &aju, &id, (Mode::Append, Which::Right)).unwrap();
        assert_eq!(stored, 1);
        assert_eq!(texts(house, &aju), [("84818099".to_owned(), "Katup bola".to_owned())]);
        let draft = draft::open(app, &who, &aju).unwrap();
        let line = &draft.typed.barang[0];
        assert_eq!((line.jumlah_satuan.text(), line.nilai_barang.text()), ("2000".into(), "12000.5".into()));
        assert_eq!(line.kode_negara_asal.text(), "CN");
        assert!(matches!(lembar::goods_view(app, &who, &aju, &id, None), Err(app::Error::NotFound)));
    }

    fn rows_are_matched_by_number_and_the_change_is_taken_back(house) {
        let (app, who, aju) = (&house.app, house.actor("importir"), fresh(house));
        let rows = book("BARANG", &[HEADS, VALVE, VALVE]);
        let id = lembar::upload_goods(app, &who, &aju, ("a.xlsx", rows), Marks::Comma).unwrap();
        lembar::accept_goods(app, &who, &aju, &id, (Mode::Append, Which::All)).unwrap();
        let changes = book("BARANG", &[
            &["Seri barang", "Uraian jenis barang", "Merek"],
            &["2", "Katup diubah", ""],
            &["3", "Katup ketiga", "BARU"],
        ]);
        let id = lembar::upload_goods(app, &who, &aju, ("b.xlsx", changes), Marks::Comma).unwrap();
        let view = lembar::goods_view(app, &who, &aju, &id, Some(Mode::Match)).unwrap();
        assert_eq!((view.rows, view.changed), (2, 1));
        lembar::accept_goods(app, &who, &aju, &id, (Mode::Match, Which::All)).unwrap();
        let now = texts(house, &aju);
        assert_eq!(now[1], ("84818099".into(), "Katup diubah".into()));
        assert_eq!(now[2], (String::new(), "Katup ketiga".into()));
        let draft = draft::open(app, &who, &aju).unwrap();
        assert_eq!(draft.typed.barang[1].merk.text(), "CONTOH", "a blank cell changes nothing");

        let last = draft::last_change(app, &who, &aju).unwrap().unwrap();
        assert_eq!((last.change, last.count), (Change::Changed, 2));
        draft::undo_change(app, &who, &aju).unwrap();
        assert_eq!(texts(house, &aju)[1].1, "Katup bola");
        assert_eq!(texts(house, &aju).len(), 2);
        assert!(draft::last_change(app, &who, &aju).unwrap().is_none());
    }

    fn deleted_lines_come_back_in_their_place_unless_somebody_changed_them(house) {
        let (app, who, aju) = (&house.app, house.actor("importir"), fresh(house));
        let line = |text: &str| LineEdit { values: vec![("uraian".into(), text.into())], ..LineEdit::default() };
        let edits = vec![line("satu"), line("dua"), line("tiga"), LineEdit::default()];
        let (saved, keys) = draft::put_lines(app, &who, &aju, edits).unwrap();
        assert!(matches!(saved, Saved::Done(_)));
        assert_eq!((keys.len(), keys[3]), (4, 0));
        draft::delete_lines(app, &who, &aju, &keys[..2]).unwrap();
        assert_eq!(texts(house, &aju).len(), 1);
        draft::undo_change(app, &who, &aju).unwrap();
        let all: Vec<String> = texts(house, &aju).into_iter().map(|(_, text)| text).collect();
        assert_eq!(all, ["satu", "dua", "tiga"]);
        assert_eq!(draft::copy_lines(app, &who, &aju, &keys[1..2]).unwrap(), 1);
        assert_eq!(texts(house, &aju)[3].1, "dua");
        let last = draft::open(app, &who, &aju).unwrap().lines[3].key;
        let edit = LineEdit { key: last, values: vec![("merk".into(), "X".into())], ..LineEdit::default() };
        draft::save_lines(app, &who, &aju, vec![edit]).unwrap();
        assert!(draft::last_change(app, &who, &aju).unwrap().is_none(), "somebody worked on the copy");
        assert!(matches!(draft::undo_change(app, &who, &aju), Err(app::Error::Refused(_))));
    }

    fn a_pasted_block_falls_on_lines_and_below_them(house) {
        let (app, who, aju) = (&house.app, house.actor("importir"), fresh(house));
        let line = LineEdit { values: vec![("uraian".into(), "satu".into())], ..LineEdit::default() };
        let (_, keys) = draft::put_lines(app, &who, &aju, vec![line]).unwrap();
        let start = lembar::Start { columns: vec!["merk", "tipe"], line: keys[0], appended: true };
        let name = ("tempelan", "A\tB\nC\tD\n");
        let (id, mode) = lembar::upload_text(app, &who, &aju, name, (&start, Marks::Comma)).unwrap();
        let view = lembar::goods_view(app, &who, &aju, &id, Some(mode)).unwrap();
        assert_eq!((mode, view.rows, view.changed), (Mode::Match, 2, 1));
        lembar::accept_goods(app, &who, &aju, &id, (mode, Which::All)).unwrap();
        let draft = draft::open(app, &who, &aju).unwrap();
        let lines: Vec<_> = draft.typed.barang.iter().map(|line| (line.uraian.text(), line.tipe.text())).collect();
        assert_eq!(lines, [("satu".to_owned(), "B".to_owned()), (String::new(), "D".to_owned())]);
    }

    fn a_workbook_is_nobody_elses(house) {
        let (app, who, aju) = (&house.app, house.actor("importir"), fresh(house));
        let id = lembar::upload_goods(app, &who, &aju, ("a.xlsx", book("BARANG", &[HEADS, VALVE])), Marks::Comma).unwrap();
        for stranger in ["importir-mita", "ppjk"] {
            let actor = house.actor(stranger);
            let other = lembar::goods_view(app, &actor, &aju, &id, None);
            assert!(matches!(other, Err(app::Error::NotFound)), "{stranger}: {other:?}");
            assert!(lembar::accept_goods(app, &actor, &aju, &id, (Mode::Append, Which::All)).is_err());
            assert!(draft::undo_change(app, &actor, &aju).is_err());
            assert!(matches!(lembar::discard(app, &actor, &id), Err(app::Error::NotFound)));
        }
        assert!(lembar::goods_view(app, &who, &aju, &id, None).is_ok(), "a stranger discards nothing");
        let refused = lembar::upload_goods(app, &who, &aju, ("a.xlsx", b"PK\x03\x04".to_vec()), Marks::Comma);
        assert!(matches!(refused, Err(app::Error::Refused(_))));
    }
}

/// Everything that a document says: pointers and texts.
struct Typist(Vec<(String, String)>);

impl Visit for Typist {
    fn field(&mut self, at: &Path<'_>, name: &'static str, field: &dyn AnyField) {
        if !field.blank() {
            self.0.push((at.pointer(name).to_string(), field.text()));
        }
    }

    fn extra(&mut self, _: &Path<'_>, _: &str, _: &Raw, _: bool) {}
}

fn said(doc: &Pib) -> Vec<(String, String)> {
    let mut typist = Typist(Vec::new());
    doc.walk(&Path::Root, &mut typist);
    typist.0
}

/// As somebody types it: section by section, then the goods.
fn by_form(house: &House, values: &[(String, String)]) -> String {
    let (app, who, aju) = (&house.app, house.actor("importir"), fresh(house));
    for bagian in Bagian::ALL.into_iter().filter(|bagian| *bagian != Bagian::Barang) {
        let mine = values.iter().filter(|(pointer, _)| Bagian::of_pointer(pointer) == bagian).cloned();
        let there = said(&draft::open(app, &who, &aju).unwrap().typed);
        // What a new draft holds by itself and this document does not.
        let blank = there.into_iter().filter(|(pointer, _)| Bagian::of_pointer(pointer) == bagian);
        let blank = blank.filter(|(pointer, _)| values.iter().all(|(other, _)| other != pointer));
        let all = blank.map(|(pointer, _)| (pointer, String::new())).chain(mine).collect();
        let edit = Edit { values: all, ..Edit::default() };
        assert!(matches!(draft::save(app, &who, &aju, bagian, edit), Ok(Saved::Done(_))), "{bagian:?}");
    }
    let mut lines: Vec<LineEdit> = Vec::new();
    for (pointer, text) in values {
        let Some((index, member)) = pointer.strip_prefix("barang[").and_then(|rest| rest.split_once("].")) else {
            continue;
        };
        let index: usize = index.parse().unwrap();
        lines.resize_with(lines.len().max(index + 1), LineEdit::default);
        lines[index].values.push((member.to_owned(), text.clone()));
    }
    draft::save_lines(app, &who, &aju, lines).unwrap();
    aju
}

/// As a workbook says it: a sheet for each section.
fn by_sheet(house: &House, values: &[(String, String)]) -> String {
    let (app, who) = (&house.app, house.actor("importir"));
    let mut book = Workbook::new();
    let text = Format::new().set_num_format("@");
    for tab in lembar::SHEETS {
        let sheet = book.add_worksheet().set_name(tab.name).unwrap();
        let heads: Vec<&str> =
            columns(tab.list).iter().map(|field| field.name).filter(|name| *name != "seriBarang").collect();
        let first = u16::from(tab.list.starts_with("barang"));
        if first == 1 {
            sheet.write_string(0, 0, "SERI BARANG").unwrap();
        }
        for (column, name) in (first..).zip(&heads) {
            sheet.write_string(0, column, *name).unwrap();
        }
        let mut rows: Vec<String> = Vec::new();
        for (pointer, value) in values {
            let (place, member) = pointer.rsplit_once('.').unwrap_or(("", pointer));
            let list = place.rsplit('.').next().unwrap_or_default().split('[').next().unwrap_or_default();
            if list != tab.list {
                continue;
            }
            let row = rows.iter().position(|known| known == place).unwrap_or_else(|| {
                rows.push(place.to_owned());
                rows.len() - 1
            });
            let row = u32::try_from(row).unwrap() + 1;
            if first == 1 {
                let line: f64 = place["barang[".len()..].split(']').next().unwrap().parse().unwrap();
                sheet.write_number(row, 0, line + 1.0).unwrap();
            }
            let Some(column) = heads.iter().position(|name| *name == member) else { continue };
            let column = u16::try_from(column).unwrap() + first;
            let plain =
                value.parse::<f64>().ok().filter(|_| value.len() < 12 && !value.starts_with('0') && is_figure(pointer));
            match plain {
                Some(number) => sheet.write_number(row, column, number).unwrap(),
                None => sheet.write_string_with_format(row, column, value, &text).unwrap(),
            };
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let id = lembar::upload_document(app, &who, ("dokumen.xlsx", bytes), Marks::Point).unwrap();
    lembar::accept_document(app, &who, &id).unwrap().to_string()
}

fn is_figure(pointer: &str) -> bool {
    let name = pointer.rsplit('.').next().unwrap_or(pointer);
    !name.starts_with("kode") && !name.starts_with("nomor") && !name.starts_with("pos") && name != "nitku"
}

/// What is judged of a draft: findings and levies.
fn judged(house: &House, aju: &str) -> (Vec<String>, String) {
    let draft = draft::open(&house.app, &house.actor("importir"), aju).unwrap();
    let mut findings: Vec<String> = draft
        .findings
        .iter()
        .map(|f| format!("{} {:?} {} {}", f.code, f.severity, f.pointer, f.message.id))
        .filter(|text| !text.contains(aju))
        .collect();
    findings.sort();
    (findings, format!("{:?} {:?}", draft.assessment.dibayar, draft.assessment.totals))
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most).unwrap()).unwrap()
    }
}

/// The document with some data wrong, missing or other.
fn changed(values: &[(String, String)], dice: &mut Dice) -> Vec<(String, String)> {
    const OTHER: [&str; 10] = ["QZ", "1.5", "12.25", "abc", "99", "2026-02-30", "PCE", "84818099", "7", "CN"];
    let mut values = values.to_vec();
    for _ in 0..dice.below(8) {
        let at = dice.below(values.len());
        // A row is what its members say: the first of them stays.
        if values[at].0.contains("kodeEntitas") || values[at].0.contains("seri") {
            continue;
        }
        let new = if dice.below(3) == 0 { String::new() } else { OTHER[dice.below(OTHER.len())].to_owned() };
        values[at].1 = new;
    }
    values.retain(|(_, text)| !text.is_empty());
    values
}

#[test]
fn the_same_document_is_judged_alike_through_form_api_and_spreadsheet() {
    let house = House::sqlite();
    let base = Pib::parse(house.document(990_302, 9).as_bytes(), &Limits::default()).unwrap();
    let mut base = said(&base);
    base.retain(|(pointer, _)| {
        !["nomorAju", "disclaimer"].contains(&pointer.as_str()) && !pointer.contains("seriBarang")
    });
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for round in 0..200 {
        let values = changed(&base, &mut dice);
        let mut doc = Pib::parse(house.document(990_302, 9).as_bytes(), &Limits::default()).unwrap();
        for (pointer, _) in said(&doc) {
            let text = values.iter().find(|(known, _)| *known == pointer).map_or("", |(_, text)| text);
            doc.find_mut(&pointer).unwrap().set_text(text);
        }
        let json = doc.to_raw().to_json().into_bytes();
        let api = draft::create(&house.app, &house.actor("importir"), &Source::Json(json)).unwrap().to_string();
        let expect = judged(&house, &api);
        assert_eq!(judged(&house, &by_form(&house, &values)), expect, "form, round {round}");
        assert_eq!(judged(&house, &by_sheet(&house, &values)), expect, "spreadsheet, round {round}");
    }
}
