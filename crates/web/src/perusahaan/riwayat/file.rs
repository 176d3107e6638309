//! The history as a file for spreadsheets.

use app::company::audit::{self, Filter};
use app::{Actor, App, Error};
use axum::response::Response;

use super::messages::AuditTexts;
use super::{filter, names, subject};
use crate::export::{Export, Format, MOST, Value};
use crate::format;
use crate::lang::Lang;
use crate::problem::Problem;
use crate::state::Web;
use crate::visit::{Visit, run};

/// Rows read at once.
const AT_ONCE: u32 = 100;

/// The file, filtered as the page.
pub(super) async fn write(web: &Web, visit: &Visit, format: Format) -> Result<Response, Problem> {
    let (lang, actor, filter) = (visit.lang(), visit.actor()?, filter(visit));
    let t = AuditTexts::of(lang);
    let columns = [t.at, t.account, t.kind, t.about, t.address].map(str::to_owned).to_vec();
    let rows = run(web, move |app| rows(app, &actor, filter, lang)).await?;
    Export { name: "riwayat-aktivitas", columns, rows }.answer(format, lang)
}

fn rows(app: &App, actor: &Actor, mut filter: Filter, lang: Lang) -> Result<Vec<Vec<Value>>, Error> {
    filter.limit = AT_ONCE;
    filter.below = None;
    let names = names(app, actor)?;
    let mut rows = Vec::new();
    loop {
        let page = audit::list(app, actor, &filter)?;
        for row in &page.rows {
            let at = format::minute(row.at, lang);
            let address = row.address.as_deref().unwrap_or_default();
            let cells = [&at, row.who.as_str(), &lang.say(&row.what), subject(row, &names), address];
            rows.push(cells.map(Value::from).to_vec());
        }
        filter.below = page.next;
        if filter.below.is_none() || rows.len() >= MOST {
            return Ok(rows);
        }
    }
}
