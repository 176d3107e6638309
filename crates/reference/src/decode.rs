//! From the bytes of a file to a sorted table.

use std::cmp::Ordering;

use kernel::Text;

use crate::cell;
use crate::check;
use crate::error::{Errors, ImportError};
use crate::kind::TableKind;
use crate::schema::{Need, Schema, Shape};
use crate::table::{Row, Table};

/// Largest file, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// Most rows of one table.
pub const MAX_ROWS: usize = 500_000;

/// A table with the place in the file that each row and column came from.
pub(crate) struct Loaded {
    pub(crate) table: Table,
    /// Line of each row.
    pub(crate) lines: Vec<u64>,
    /// Number in the file of each schema column; 0 when the file does not have it.
    pub(crate) numbers: Vec<usize>,
}

impl Loaded {
    /// An error about schema column `column` of row `row`.
    pub(crate) fn error(&self, row: usize, column: usize, message: Text, remedy: Text) -> ImportError {
        let line = self.lines.get(row).copied().unwrap_or(0);
        let number = self.numbers.get(column).copied().unwrap_or(0);
        let name = self.table.schema().columns.get(column).map_or("", |c| c.name);
        ImportError::line(line, self.table.row(row).cell(column), message, remedy).at(name, number)
    }
}

/// The table in these bytes of CSV, or everything that is wrong with them.
pub fn parse(kind: TableKind, bytes: &[u8]) -> Result<Table, Vec<ImportError>> {
    let (loaded, mut errors) = load(kind, bytes)?;
    check::rows(&loaded, &mut errors);
    check::weeks(&loaded, &mut errors);
    finish(loaded, errors)
}

/// The table in canonical text that was accepted before: all checks but the one for gaps, which concerns one file.
pub fn stored(kind: TableKind, bytes: &[u8]) -> Result<Table, Vec<ImportError>> {
    let (loaded, mut errors) = load(kind, bytes)?;
    check::rows(&loaded, &mut errors);
    finish(loaded, errors)
}

fn finish(loaded: Loaded, errors: Errors) -> Result<Table, Vec<ImportError>> {
    if errors.is_empty() { Ok(loaded.table) } else { Err(errors.finish()) }
}

fn load(kind: TableKind, bytes: &[u8]) -> Result<(Loaded, Errors), Vec<ImportError>> {
    let mut errors = Errors::default();
    let Some(text) = text(bytes, &mut errors) else { return Err(errors.finish()) };
    let mut reader = reader(text);
    let mut record = csv::StringRecord::new();
    if !reader.read_record(&mut record).unwrap_or(false) {
        errors.push(empty());
        return Err(errors.finish());
    }
    let Some(columns) = columns(kind.schema(), &record, &mut errors) else { return Err(errors.finish()) };
    let width = record.len();
    let mut table = Table::empty(kind);
    table.set_given((0..columns.len()).filter(|&c| columns[c] > 0).fold(0, |mask, c| mask | 1 << c));
    let mut lines = Vec::new();
    while reader.read_record(&mut record).unwrap_or(false) {
        let line = record.position().map_or(0, csv::Position::line);
        if lines.len() == MAX_ROWS {
            errors.push(too_many_rows(line));
            break;
        }
        if record.iter().all(|c| c.trim().is_empty()) {
            continue;
        }
        if record.len() != width {
            errors.push(wrong_width(line, record.len(), width));
        } else if read_row(&mut table, lines.len(), &columns, (line, &record), &mut errors) {
            lines.push(line);
        }
    }
    if text.bytes().filter(|&b| b == b'"').count() % 2 == 1 {
        errors.push(open_quote(lines.last().copied().unwrap_or(1)));
    }
    let loaded = sorted(Loaded { table, lines, numbers: columns });
    Ok((loaded, errors))
}

/// The names in the first line.
pub(crate) fn header(bytes: &[u8]) -> Result<Vec<String>, Box<ImportError>> {
    let line = bytes.split(|&b| b == b'\n').next().unwrap_or_default();
    let mut errors = Errors::default();
    let Some(text) = text(line, &mut errors) else {
        return Err(Box::new(errors.finish().into_iter().next().unwrap_or_else(empty)));
    };
    let mut record = csv::StringRecord::new();
    if !reader(text).read_record(&mut record).unwrap_or(false) {
        return Err(Box::new(empty()));
    }
    Ok(record.iter().map(|name| name.trim().to_owned()).collect())
}

fn reader(text: &str) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// The bytes as text without byte order mark; a wrong encoding is told line by line.
fn text<'a>(bytes: &'a [u8], errors: &mut Errors) -> Option<&'a str> {
    if bytes.len() > MAX_BYTES {
        errors.push(ImportError::file(
            Text::made(
                format!("berkas lebih besar dari {MAX_BYTES} bita."),
                format!("the file is larger than {MAX_BYTES} bytes."),
            ),
            Text::fixed("Bagi berkas menjadi beberapa bagian.", "Split the file."),
        ));
        return None;
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        errors.push(ImportError::file(Text::fixed("berkas memakai UTF-16.", "the file is in UTF-16."), save_as_utf8()));
        return None;
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).ok();
    if text.is_none() {
        wrong_encoding(bytes, errors);
    }
    text
}

fn wrong_encoding(bytes: &[u8], errors: &mut Errors) {
    for (index, line) in bytes.split(|&b| b == b'\n').enumerate() {
        let Err(error) = std::str::from_utf8(line) else { continue };
        let before = &line[..error.valid_up_to()];
        let number = before.split(|&b| b == b',').count();
        let value = String::from_utf8_lossy(line).trim_end().to_owned();
        let line = u64::try_from(index + 1).unwrap_or(u64::MAX);
        let fault = ImportError::line(
            line,
            &value,
            Text::fixed("bita di kolom ini bukan UTF-8.", "the bytes in this column are not UTF-8."),
            save_as_utf8(),
        );
        errors.push(fault.at("?", number));
    }
}

fn save_as_utf8() -> Text {
    Text::fixed("Simpan berkas sebagai CSV UTF-8.", "Save the file as CSV UTF-8.")
}

/// For each schema column its number in the file (0: not there); `None` when the header cannot be used.
fn columns(schema: &Schema, header: &csv::StringRecord, errors: &mut Errors) -> Option<Vec<usize>> {
    let mut numbers = vec![0; schema.columns.len()];
    if header.len() == 1 && header.iter().any(|h| h.contains([';', '\t'])) {
        errors.push(wrong_separator(header));
        return None;
    }
    for (index, name) in header.iter().map(str::trim).enumerate() {
        match schema.position_in_file(name) {
            Some(c) if numbers[c] == 0 => numbers[c] = index + 1,
            Some(_) => errors.push(repeated_column(name, index + 1)),
            None => errors.push(unknown_column(schema, name, index + 1)),
        }
    }
    for (column, _) in schema.columns.iter().zip(&numbers).filter(|(c, n)| **n == 0 && c.need != Need::Optional) {
        errors.push(missing_column(column.name, header));
    }
    errors.is_empty().then_some(numbers)
}

/// Reads one record into the table; whether it was good.
fn read_row(
    table: &mut Table,
    rows: usize,
    columns: &[usize],
    (line, record): (u64, &csv::StringRecord),
    errors: &mut Errors,
) -> bool {
    let mut good = true;
    for (column, &number) in table.schema().columns.iter().zip(columns) {
        let text = if number == 0 { "" } else { record.get(number - 1).unwrap_or_default().trim() };
        let fault = match (text.is_empty(), column.need) {
            (true, Need::Filled) => Some(blank()),
            (true, _) => {
                table.push_cell("");
                None
            }
            (false, _) => match cell::normal(column.shape, text) {
                Ok(cell) => {
                    let facility = column.shape == Shape::GroupCode && table.last_cell() == "fasilitas";
                    let cell = if facility { cell::two_digits(&cell) } else { cell };
                    table.push_cell(&cell);
                    None
                }
                Err(fault) => Some(fault),
            },
        };
        if let Some((message, remedy)) = fault {
            errors.push(ImportError::line(line, text, message, remedy).at(column.name, number));
            good = false;
        }
    }
    if !good {
        table.truncate(rows);
    }
    good
}

/// Key first, then the first day of validity: the order of a table's rows.
pub(crate) fn order(a: Row<'_>, b: Row<'_>, schema: &Schema) -> Ordering {
    let dari = schema.dari.unwrap_or(usize::MAX);
    a.key().cmp(b.key()).then_with(|| a.cell(dari).cmp(b.cell(dari)))
}

/// The rows in order, each only once.
fn sorted(loaded: Loaded) -> Loaded {
    let Loaded { table, lines, numbers } = loaded;
    let schema = table.schema();
    let increasing = (1..table.len()).all(|i| order(table.row(i - 1), table.row(i), schema) == Ordering::Less);
    if increasing {
        return Loaded { table, lines, numbers };
    }
    let mut rows: Vec<usize> = (0..table.len()).collect();
    rows.sort_by(|&a, &b| order(table.row(a), table.row(b), schema));
    rows.dedup_by(|&mut b, &mut a| (0..schema.columns.len()).all(|c| table.row(a).cell(c) == table.row(b).cell(c)));
    let lines = rows.iter().map(|&r| lines.get(r).copied().unwrap_or(0)).collect();
    Loaded { table: table.reordered(&rows), lines, numbers }
}

fn empty() -> ImportError {
    ImportError::file(
        Text::fixed("berkas kosong.", "the file is empty."),
        Text::fixed("Baris pertama harus berisi nama kolom.", "The first line must hold the column names."),
    )
}

fn blank() -> cell::Fault {
    (
        Text::fixed("kolom ini wajib diisi.", "this column must be filled."),
        Text::fixed("Isi nilainya.", "Fill in the value."),
    )
}

fn too_many_rows(line: u64) -> ImportError {
    ImportError::line(
        line,
        "",
        Text::made(format!("lebih dari {MAX_ROWS} baris."), format!("more than {MAX_ROWS} rows.")),
        Text::fixed("Bagi berkas menjadi beberapa bagian.", "Split the file."),
    )
}

fn wrong_width(line: u64, found: usize, wanted: usize) -> ImportError {
    ImportError::line(
        line,
        "",
        Text::made(
            format!("ada {found} kolom, sedangkan baris pertama {wanted}."),
            format!("there are {found} columns, but {wanted} in the first line."),
        ),
        Text::fixed(
            "Apit teks yang berisi koma dengan tanda petik ganda.",
            "Put text that contains a comma in double quotes.",
        ),
    )
}

fn open_quote(line: u64) -> ImportError {
    ImportError::line(
        line,
        "",
        Text::fixed("ada tanda petik ganda yang tidak ditutup.", "a double quote is never closed."),
        Text::fixed(
            "Periksa baris ini dan sesudahnya; tulis petik di dalam teks dua kali.",
            "Check this line and those after it; write a quote inside a text twice.",
        ),
    )
}

fn wrong_separator(header: &csv::StringRecord) -> ImportError {
    ImportError::line(
        1,
        header.get(0).unwrap_or_default(),
        Text::fixed("kolom tidak dipisah dengan koma.", "the columns are not separated by commas."),
        Text::fixed("Simpan sebagai CSV dengan pemisah koma.", "Save as CSV with commas as separator."),
    )
}

fn repeated_column(name: &str, number: usize) -> ImportError {
    ImportError::line(
        1,
        name,
        Text::fixed("kolom ini ada dua kali.", "this column is there twice."),
        Text::fixed("Hapus salah satu.", "Remove one of them."),
    )
    .at(name, number)
}

fn unknown_column(schema: &Schema, name: &str, number: usize) -> ImportError {
    let known = schema.columns.iter().map(|c| c.name).collect::<Vec<_>>().join(", ");
    ImportError::line(
        1,
        name,
        Text::made(
            format!("tabel {} tidak mengenal kolom ini.", schema.name),
            format!("table {} does not know this column.", schema.name),
        ),
        Text::made(
            format!("Hapus kolom atau pakai nama yang dikenal: {known}."),
            format!("Remove the column or use a known name: {known}."),
        ),
    )
    .at(name, number)
}

fn missing_column(name: &str, header: &csv::StringRecord) -> ImportError {
    let found = header.iter().collect::<Vec<_>>().join(",");
    ImportError::line(
        1,
        &found,
        Text::made(format!("kolom {name} tidak ada."), format!("column {name} is missing.")),
        Text::made(
            format!("Tambahkan kolom {name} pada baris pertama."),
            format!("Add the column {name} to the first line."),
        ),
    )
}
