//! The history as a file for spreadsheets.

use std::fmt::Write as _;

use app::App;
use app::company::audit::{self, Filter};
use app::{Actor, Error};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::messages::AuditTexts;
use super::{filter, names, subject};
use crate::format;
use crate::lang::Lang;
use crate::problem::Problem;
use crate::state::Web;
use crate::visit::{Visit, run};

/// Most rows of a file.
const MOST: usize = 10_000;
/// Rows read at once.
const AT_ONCE: u32 = 100;

/// `GET /perusahaan/riwayat.csv`, filtered as the page.
pub async fn download(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let (lang, actor, filter) = (visit.lang(), visit.actor()?, filter(&visit));
    let text = run(&web, move |app| write(app, &actor, filter, lang)).await?;
    let name = format!("attachment; filename=\"{}\"", AuditTexts::of(lang).file);
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, text).into_response())
}

fn write(app: &App, actor: &Actor, mut filter: Filter, lang: Lang) -> Result<String, Error> {
    let t = AuditTexts::of(lang);
    filter.limit = AT_ONCE;
    filter.below = None;
    // The mark tells spreadsheets that this is UTF-8.
    let mut text = String::from("\u{feff}");
    line(&mut text, lang, &[t.at, t.account, t.kind, t.about, t.address]);
    let names = names(app, actor)?;
    let mut count = 0;
    loop {
        let page = audit::list(app, actor, &filter)?;
        count += page.rows.len();
        for row in &page.rows {
            let (at, about) = (format::minute(row.at, lang), subject(row, &names));
            let address = row.address.as_deref().unwrap_or_default();
            line(&mut text, lang, &[&at, &row.who, &lang.say(&row.what), about, address]);
        }
        filter.below = page.next;
        if filter.below.is_none() || count >= MOST {
            return Ok(text);
        }
    }
}

/// One line; the separator is the one that spreadsheets of the language expect.
fn line(text: &mut String, lang: Lang, cells: &[&str]) {
    let separator = match lang {
        Lang::Id => ";",
        Lang::En => ",",
    };
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    let _ = write!(text, "{}\r\n", cells.join(separator));
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
        line(&mut text, Lang::Id, &["a", "b"]);
        line(&mut text, Lang::En, &["a", "=b"]);
        assert_eq!(text, "\"a\";\"b\"\r\n\"a\",\"'=b\"\r\n");
    }
}
