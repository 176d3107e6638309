//! Workbooks to fill in: the goods that are there, empty templates, the whole document.

use app::draft::Draft;
use app::draft::lembar::{GOODS, SHEETS, Tab as Sheet, columns, version};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use declaration::rules::{Allowed, FieldSpec, Need};
use declaration::{Pib, Section};
use kernel::Shape;
use reference::{Snapshot, TableKind};

use super::bagian::open;
use super::codes::Book;
use super::goods_messages::GoodsTexts;
use super::marked::file;
use crate::export::book::{Codes, Filled, Head, Kind, Tab};
use crate::lang::Lang;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Link, Piece, components};
use crate::visit::{Visit, run};

/// Longest list of codes in a workbook.
const MOST_CODES: usize = 3_000;

#[derive(Template)]
#[template(
    source = "<ul class=\"perkakas__tautan\">{% for link in links %}<li><a href=\"{{ link.href }}\">{{ link.text }}</a></li>{% endfor %}</ul>",
    ext = "html"
)]
struct Links<'a> {
    links: &'a [Link],
}

components!(Links<'_>);

/// Links beside each other.
pub(super) fn links(links: &[Link]) -> Piece {
    Piece::of(&Links { links })
}

/// `GET /dokumen/{aju}/isi/barang/unduh`.
pub async fn goods(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let draft = open(&web, &visit, &aju).await?;
    answer(&draft, &draft.typed, goods_sheets(), visit.lang(), &format!("barang-{aju}"))
}

/// `GET /dokumen/{aju}/isi/barang/templat`.
pub async fn template(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let draft = open(&web, &visit, &aju).await?;
    answer(&draft, &Pib::default(), goods_sheets(), visit.lang(), "templat-barang-bc20")
}

/// `GET /dokumen/{aju}/unduh`: every section in a sheet of its own.
pub async fn document(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let draft = open(&web, &visit, &aju).await?;
    answer(&draft, &draft.typed, SHEETS.to_vec(), visit.lang(), &format!("dokumen-{aju}"))
}

/// `GET /templat/bc20.xlsx`.
pub async fn blank(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let (lang, actor) = (visit.lang(), visit.actor()?);
    let (snapshot, today) = run(&web, move |app| {
        let day = app::reference::today(app, &actor)?;
        Ok((day.snapshot.clone(), day.today))
    })
    .await?;
    let book = Book { snapshot: &snapshot, today, lang };
    write(&Pib::default(), SHEETS.to_vec(), &book, "templat-dokumen-bc20")
}

fn goods_sheets() -> Vec<Sheet> {
    SHEETS.iter().filter(|tab| tab.list.starts_with("barang")).copied().collect()
}

fn answer(draft: &Draft, doc: &Pib, sheets: Vec<Sheet>, lang: Lang, name: &str) -> Result<Response, Problem> {
    let book = Book { snapshot: &draft.day.snapshot, today: draft.day.today, lang };
    write(doc, sheets, &book, name)
}

fn write(doc: &Pib, sheets: Vec<Sheet>, book: &Book<'_>, name: &str) -> Result<Response, Problem> {
    let whole = sheets.iter().any(|sheet| sheet.list.is_empty());
    let mut codes: Vec<Codes> = Vec::new();
    let tabs = sheets.iter().map(|sheet| tab(doc, *sheet, (book, whole), &mut codes)).collect();
    let filled = Filled { version: version(), tabs, codes, codes_name: GoodsTexts::of(book.lang).codes };
    let bytes = filled.write().map_err(|error| Problem::fault(&error))?;
    Ok(file(bytes, name))
}

/// One sheet: in a whole document all columns by the API's names, among goods those of the template and what is used.
fn tab(doc: &Pib, sheet: Sheet, (book, whole): (&Book<'_>, bool), codes: &mut Vec<Codes>) -> Tab {
    let places = places(doc, sheet);
    let used = |field: &FieldSpec| places.iter().any(|(_, at)| !text(doc, &member(at, field.name)).is_empty());
    let mut fields: Vec<&FieldSpec> = columns(sheet.list).iter().collect();
    if sheet.list == "barang" && !whole {
        fields.retain(|field| GOODS.contains(&field.name) || used(field));
        let place = |name: &str| GOODS.iter().position(|known| *known == name).unwrap_or(GOODS.len());
        fields.sort_by_key(|field| place(field.name));
    }
    if sheet.of_goods {
        fields.retain(|field| field.name != "seriBarang");
    }
    let mut heads: Vec<Head> = Vec::new();
    if sheet.of_goods {
        let label = if whole { "seriBarang".to_owned() } else { heading("barang", "seriBarang", book.lang) };
        heads.push(Head { text: label, kind: Kind::Number, list: None, must: true, width: 8 });
    }
    for field in &fields {
        let shape = shape(sheet, field.name);
        let text = if whole { field.name.to_owned() } else { book.lang.say(&field.label()) };
        let list = list_of(field, book, codes);
        let kind = match shape {
            Shape::Number => Kind::Number,
            Shape::Date => Kind::Date,
            Shape::Text | Shape::YesNo => Kind::Text,
        };
        let must = field.need == Need::Always && !declaration::layout::COMPUTED.contains(&field.name);
        heads.push(Head { text, kind, list, must, width: width(field.name) });
    }
    let rows = places.iter().map(|(line, at)| {
        let first = sheet.of_goods.then(|| (line + 1).to_string());
        let own = |field: &&FieldSpec| match (sheet.list, field.name) {
            ("barang", "seriBarang") => (line + 1).to_string(),
            _ => text(doc, &member(at, field.name)),
        };
        let cells: Vec<String> = fields.iter().map(own).collect();
        first.into_iter().chain(cells).collect()
    });
    let rows = rows.collect();
    Tab { name: sheet.name.to_owned(), heads, rows }
}

fn heading(list: &str, name: &str, lang: Lang) -> String {
    declaration::rules::spec(list, name).map_or_else(|| name.to_owned(), |field| lang.say(&field.label()))
}

fn member(at: &str, name: &str) -> String {
    if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") }
}

fn text(doc: &Pib, pointer: &str) -> String {
    doc.find(pointer).map(|field| field.text()).unwrap_or_default()
}

/// The elements of a list: goods line, or position, and pointer.
fn places(doc: &Pib, sheet: Sheet) -> Vec<(usize, String)> {
    let list = |n: usize| (0..n).map(|index| (index, format!("{}[{index}]", sheet.list))).collect();
    let below = |length: fn(&declaration::document::Barang) -> usize| {
        let lines = doc.barang.iter().enumerate();
        let rows = |(line, goods)| (0..length(goods)).map(move |row| (line, row));
        lines.flat_map(rows).map(|(line, row)| (line, format!("barang[{line}].{}[{row}]", sheet.list))).collect()
    };
    match sheet.list {
        "" => {
            if *doc == Pib::default() {
                Vec::new()
            } else {
                vec![(0, String::new())]
            }
        }
        "entitas" => list(doc.entitas.len()),
        "dokumen" => list(doc.dokumen.len()),
        "pengangkut" => list(doc.pengangkut.len()),
        "kemasan" => list(doc.kemasan.len()),
        "kontainer" => list(doc.kontainer.len()),
        "informasiKomponenBiaya" => list(doc.informasi_komponen_biaya.len()),
        "barang" => list(doc.barang.len()),
        "pungutan" => list(doc.pungutan.len()),
        "jaminan" => list(doc.jaminan.len()),
        "barangTarif" => below(|line| line.barang_tarif.len()),
        "barangVd" => below(|line| line.barang_vd.len()),
        "barangDokumen" => below(|line| line.barang_dokumen.len()),
        "barangSpekKhusus" => below(|line| line.barang_spek_khusus.len()),
        "barangPemilik" => below(|line| line.barang_pemilik.len()),
        _ => Vec::new(),
    }
}

fn shape(sheet: Sheet, name: &str) -> Shape {
    let pointer = match (sheet.list, sheet.of_goods) {
        ("", _) => name.to_owned(),
        (list, true) => format!("barang[0].{list}[0].{name}"),
        (list, false) => format!("{list}[0].{name}"),
    };
    super::values::Reading::new(Lang::Id).shape(&pointer)
}

fn width(name: &str) -> u16 {
    match name {
        "uraian" | "alamatEntitas" => 40,
        "spesifikasiLain" | "namaEntitas" => 28,
        "merk" | "tipe" | "ukuran" | "kodeBarang" | "nomorDokumen" => 16,
        _ => 12,
    }
}

/// The list of a field's codes, written once whoever asks for it.
fn list_of(field: &FieldSpec, book: &Book<'_>, codes: &mut Vec<Codes>) -> Option<String> {
    let (name, table) = match field.allowed {
        Allowed::Country => ("negara", Some(TableKind::Negara)),
        Allowed::Unit => ("satuan", Some(TableKind::Satuan)),
        Allowed::Package => ("kemasan", Some(TableKind::Kemasan)),
        Allowed::Currency => ("valuta", Some(TableKind::Valuta)),
        Allowed::Office => ("kantor", Some(TableKind::Kantor)),
        Allowed::DocumentKind => ("dokumen", Some(TableKind::Dokumen)),
        Allowed::List(group) | Allowed::OpenList(group) => (group, None),
        Allowed::Fixed(_) | Allowed::Port | Allowed::Any => return None,
    };
    if codes.iter().all(|(known, _)| known != name) {
        let list = match table {
            Some(table) => all(book.snapshot, table),
            None => book.options(field.allowed).unwrap_or_default(),
        };
        codes.push((name.to_owned(), list));
    }
    codes.iter().any(|(known, list)| known == name && !list.is_empty()).then(|| name.to_owned())
}

fn all(snapshot: &Snapshot, table: TableKind) -> Vec<(String, String)> {
    let mut list: Vec<(String, String)> =
        snapshot.codes(table).take(MOST_CODES).map(|(code, name)| (code.to_owned(), name.to_owned())).collect();
    list.sort();
    list.dedup_by(|a, b| a.0 == b.0);
    list
}
