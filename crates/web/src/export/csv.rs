//! Text with a separator; no cell is a formula.

use super::Export;
use crate::lang::Lang;

/// The whole file. Its mark tells spreadsheets that this is UTF-8.
pub(super) fn write(export: &Export, lang: Lang) -> String {
    let mut text = String::from("\u{feff}");
    line(&mut text, lang, export.columns.iter().map(String::as_str));
    for row in &export.rows {
        line(&mut text, lang, row.iter().map(super::Value::text));
    }
    text
}

/// One line; the separator is the one that spreadsheets of the language expect.
fn line<'a>(text: &mut String, lang: Lang, cells: impl Iterator<Item = &'a str>) {
    let separator = match lang {
        Lang::Id => ";",
        Lang::En => ",",
    };
    let cells: Vec<String> = cells.map(quoted).collect();
    text.push_str(&cells.join(separator));
    text.push_str("\r\n");
}

/// A cell that no spreadsheet takes for a formula.
fn quoted(cell: &str) -> String {
    let formula =
        cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', '＋', '－', '＠']);
    let guard = if formula || cell.starts_with(['\t', '\r', '\n']) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for bad in ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "＝1"] {
            assert!(quoted(bad).starts_with("\"'"), "{bad:?}");
        }
        assert_eq!(quoted("PT \"Contoh\"; satu"), "\"PT \"\"Contoh\"\"; satu\"");
        assert_eq!(quoted(""), "\"\"");
    }

    #[test]
    fn the_separator_follows_the_language() {
        let mut text = String::new();
        line(&mut text, Lang::Id, ["a", "b"].into_iter());
        line(&mut text, Lang::En, ["a", "=b"].into_iter());
        assert_eq!(text, "\"a\";\"b\"\r\n\"a\",\"'=b\"\r\n");
    }
}
