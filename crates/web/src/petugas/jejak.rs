//! Everything that happened to a case, for the head of the office; letters of a case.

use app::declaration;
use app::desk::{self, TrailRow, What};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::kasus::{self, Page, frame};
use super::messages::PetugasTexts;
use super::parts::{Tabel, named, plain};
use crate::format;
use crate::lang::Lang;
use crate::perusahaan::sheet::Words;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::Piece;
use crate::visit::{Visit, run};

/// Longest detail that is shown, characters.
const LONGEST: usize = 400;

/// `GET /petugas/dokumen/{aju}/jejak`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let (lang, t, actor) = (visit.lang(), PetugasTexts::of(visit.lang()), visit.actor()?);
    let (case, _) = kasus::load(&web, &visit, &aju).await?;
    let number = aju.clone();
    let rows = run(&web, move |app| desk::trail(app, &actor, &number)).await?;
    let columns = vec![
        (t.trail_at.into(), false),
        (t.trail_what.into(), false),
        (t.trail_who.into(), false),
        (t.trail_body.into(), false),
    ];
    let mut table = Tabel::new(t.page_trail, columns);
    for row in &rows {
        table.row(vec![
            plain(format::minute(row.at, lang)),
            plain(what(row, lang)),
            plain(row.who.clone()),
            plain(details(row)),
        ]);
    }
    let body = Piece::join(&[Words::new(t.trail_lead).into(), table.into()]);
    let page = Page { here: "jejak", title: t.page_trail.to_owned(), body, aside: None };
    kasus::answer(&web, &visit, &frame(&visit, &case, page))
}

fn what(row: &TrailRow, lang: Lang) -> String {
    let t = PetugasTexts::of(lang);
    match &row.what {
        What::Event(event) => named(event, lang),
        What::Desk { kind, .. } => match kind.as_str() {
            "petugas.ambil" => t.desk_take.into(),
            "petugas.kembalikan" => t.desk_back.into(),
            "petugas.serahkan" => t.desk_hand.into(),
            "petugas.tindakan" => t.desk_act.into(),
            "petugas.minta" => t.desk_ask.into(),
            "petugas.setujui" => t.desk_agree.into(),
            "petugas.tolak" => t.desk_refuse.into(),
            "petugas.gugur" => t.desk_lapse.into(),
            "lampiran.tambah" => t.desk_file.into(),
            "lampiran.hapus" => t.desk_file_gone.into(),
            other => other.to_owned(),
        },
    }
}

/// The members of an entry in one line.
fn details(row: &TrailRow) -> String {
    let value = match &row.what {
        What::Event(event) => serde_json::to_value(&event.fact).unwrap_or_default(),
        What::Desk { body, .. } => body.clone(),
    };
    let Value::Object(members) = value else { return String::new() };
    let said = |(name, value): (&String, &Value)| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        format!("{name}: {text}")
    };
    let parts: Vec<String> = members.iter().filter(|(name, _)| *name != "jenis").map(said).collect();
    parts.join("; ").chars().take(LONGEST).collect()
}

/// `GET /petugas/dokumen/{aju}/surat/{id}`.
pub async fn letter(
    State(web): State<Web>,
    visit: Visit,
    Path((aju, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    let pdf = run(&web, move |app| {
        desk::check(app, &actor, &aju)?;
        declaration::letter_by_path(app, &actor, &format!("{id}.pdf"))
    });
    let pdf = pdf.await?;
    Ok(file(&pdf.file_name, pdf.bytes))
}

/// A letter, shown in place.
fn file(name: &str, bytes: Vec<u8>) -> Response {
    let keep = |c: char| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' };
    let plain: String = name.chars().map(keep).collect();
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/pdf"));
    if let Ok(value) = HeaderValue::from_str(&format!("inline; filename=\"{plain}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
