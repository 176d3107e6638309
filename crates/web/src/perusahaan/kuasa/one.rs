//! One power of attorney, and its end.

use app::company::kuasa;
use axum::extract::{Path, State};
use axum::response::Response;

use super::messages::GrantTexts;
use super::{PATH, Seen, badge, kinds, load, period, today};
use crate::format;
use crate::messages::fill;
use crate::perusahaan::sheet::{Section, Sheet, Words, ask};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Confirm, Form, FormErrors, Inset, Summary, SummaryRow, Textarea};
use crate::visit::{Posted, Visit, attempt_at, done, errors_of, npwp};

/// Longest reason, characters.
const LONGEST: u32 = 200;

/// `GET /perusahaan/kuasa/{id}`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let seen = find(&web, &visit, &id).await?;
    page(&web, &visit, &seen, "", &FormErrors::new(visit.lang()))
}

/// One of those that the company gave or holds.
async fn find(web: &Web, visit: &Visit, id: &str) -> Result<Seen, Problem> {
    load(web, visit).await?.into_iter().find(|seen| seen.row.id == id).ok_or(Problem::NotFound)
}

/// `POST /perusahaan/kuasa/{id}/cabut`.
pub async fn revoke(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), GrantTexts::of(visit.lang()));
    let seen = find(&web, &visit, &id).await?;
    if !seen.revocable(today(web.app().now())) {
        return Err(Problem::NotFound);
    }
    let (here, reason) = (format!("{PATH}/{id}"), posted.text("alasan"));
    if reason.is_empty() {
        let mut errors = FormErrors::new(lang);
        errors.add("alasan", t.reason_missing);
        return page(&web, &visit, &seen, "", &errors);
    }
    if !posted.sure() {
        let place = visit.place(&web).back(here.clone());
        return ask(&place, question(&seen, &visit), format!("{here}/cabut"), &[("alasan", &reason)], here);
    }
    let (actor, why) = (visit.actor()?, reason.clone());
    match attempt_at(&web, &here, move |app| kuasa::revoke(app, &actor, &id, &why)).await? {
        Ok(()) => Ok(done(PATH, "kuasa-dicabut")),
        Err(error) => page(&web, &visit, &seen, &reason, &errors_of(&error, lang)),
    }
}

fn question(seen: &Seen, visit: &Visit) -> Confirm {
    let (lang, t) = (visit.lang(), GrantTexts::of(visit.lang()));
    let text = fill(t.revoke_ask, &[("nama", &seen.party().nama)]);
    Confirm::new(lang, text).title(t.revoke_ask_title).buttons(t.revoke_yes, t.cancel).warning()
}

fn page(web: &Web, visit: &Visit, seen: &Seen, reason: &str, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t, row) = (visit.lang(), GrantTexts::of(visit.lang()), &seen.row);
    let today = today(web.app().now());
    let party = |one: &kuasa::Party| format!("{}, NPWP {}", one.nama, npwp(&one.npwp));
    let mut summary = Summary::new(lang)
        .row(SummaryRow::new(t.giver, party(&row.pemberi)))
        .row(SummaryRow::new(t.taker, party(&row.penerima)))
        .row(SummaryRow::new(t.column_kinds, kinds(&row.jenis, t)))
        .row(SummaryRow::new(t.column_period, period(row, lang)))
        .row(SummaryRow::piece(t.column_state, badge(row, today, t)));
    if let Some(at) = row.dicabut {
        summary = summary.row(SummaryRow::new(t.revoked_at, format::minute(at, lang)));
    }
    let mut sheet = Sheet::new(fill(t.one_title, &[("nomor", &row.nomor)])).with(summary);
    if !seen.given {
        sheet = sheet.with(Inset { text: t.held_text.into() });
    } else if seen.revocable(today) {
        let why = Textarea::new("alasan", t.reason).hint(t.reason_hint).rows(3).max_length(LONGEST);
        let form = Form::post(format!("{PATH}/{}/cabut", row.id), visit.csrf())
            .confirm(question(seen, visit))
            .with(why.value(reason.to_owned()).errors(errors))
            .with(Buttons::new().with(Button::warning(t.revoke)));
        let parts = [Words::new(t.revoke_text).into(), form.into()];
        sheet = sheet.with(Section::new("cabut", t.revoke_title, &parts));
    }
    sheet.answer(visit.place(web).back(PATH), errors)
}
