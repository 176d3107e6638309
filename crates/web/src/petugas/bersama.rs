//! What officers do together: second confirmations, and sharing out the work of somebody who is away.

use app::Role;
use app::desk::{self, RequestRow};
use axum::extract::{Path, State};
use axum::response::Response;

use super::antrean::{CONFIRM, SHARE};
use super::dilewati;
use super::messages::PetugasTexts;
use super::parts::{Heading, Tabel, anchor, grouped, path, plain};
use super::tindakan::officers;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Card, Sheet, Words};
use crate::problem::Problem;
use crate::publik;
use crate::state::Web;
use crate::ui::{Button, Buttons, Field, Form, FormErrors, NotificationBanner, Piece};
use crate::visit::{Posted, Visit, attempt, errors_of, run, see_other};

/// `GET /petugas/persetujuan`.
pub async fn pending(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    confirmations(&web, &visit, &FormErrors::new(visit.lang())).await
}

async fn confirmations(web: &Web, visit: &Visit, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t, actor) = (visit.lang(), PetugasTexts::of(visit.lang()), visit.actor()?);
    let all = run(web, move |app| desk::pending(app, &actor)).await?;
    let mut sheet = Sheet::new(t.confirmations).lead(t.confirmations_lead);
    for (word, text) in [("setuju", t.agreed), ("tolak", t.refused)] {
        if visit.query("kabar") == word {
            sheet = sheet.with(NotificationBanner::success(lang, text));
        }
    }
    if all.is_empty() {
        sheet = sheet.with(Words::new(t.confirmations_none));
    }
    for one in &all {
        sheet = sheet.with(request(one, visit.csrf(), errors, lang));
    }
    sheet.answer(visit.place(web), errors)
}

fn request(one: &RequestRow, csrf: &str, errors: &FormErrors, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let act = one.act.map(|act| lang.say(&act.label())).unwrap_or_default();
    let asked = [("siapa", &*one.by), ("kapan", &*format::minute(one.at, lang))];
    let mut parts: Vec<Piece> = vec![
        Heading::new(act).into(),
        anchor(path(&one.nomor_aju, ""), format!("{} · {}", grouped(&one.nomor_aju), one.importir)),
        Words::new(fill(t.asked_by, &asked)).into(),
        Words::new(format!("{}: {}", t.reason, if one.note.is_empty() { "–" } else { &one.note })).into(),
    ];
    parts.extend(one.dilewati.as_ref().map(|over| dilewati::piece(over, lang)));
    if one.may_decide {
        let buttons = Buttons::new()
            .with(Button::primary(t.agree).value("putusan", "setuju").about(grouped(&one.nomor_aju)))
            .with(Button::secondary(t.refuse).value("putusan", "tolak").about(grouped(&one.nomor_aju)));
        // Its name is the request's, since a page may show several.
        let reason = Field::text(format!("alasan-{}", one.id), t.refuse_reason).max_length(500).errors(errors);
        parts.push(Form::post(format!("{CONFIRM}/{}", one.id), csrf).with(reason).with(buttons).into());
    } else {
        parts.push(Words::new(t.others_decide).into());
    }
    Card::new(Piece::join(&parts)).into()
}

/// `POST /petugas/persetujuan/{id}`.
pub async fn decide(
    State(web): State<Web>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let yes = match posted.get("putusan") {
        "setuju" => true,
        "tolak" => false,
        _ => return Err(Problem::NotFound),
    };
    let (actor, key, reason) = (visit.actor()?, id.clone(), posted.text(&format!("alasan-{id}")));
    match attempt(&web, move |app| desk::decide(app, &actor, &key, yes, &reason)).await? {
        Ok(()) => Ok(see_other(&format!("{CONFIRM}?kabar={}", if yes { "setuju" } else { "tolak" }))),
        Err(error) => {
            let mut errors = FormErrors::new(visit.lang());
            for (field, text) in errors_of(&error, visit.lang()).pairs() {
                let field = if field == "alasan" { format!("alasan-{id}").into() } else { field };
                errors.add(field, text);
            }
            confirmations(&web, &visit, &errors).await
        }
    }
}

/// `GET /petugas/pembagian`.
pub async fn share(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    sharing(&web, &visit, (&Posted::default(), &FormErrors::new(visit.lang()))).await
}

async fn sharing(web: &Web, visit: &Visit, (posted, errors): (&Posted, &FormErrors)) -> Result<Response, Problem> {
    let (lang, t, actor) = (visit.lang(), PetugasTexts::of(visit.lang()), visit.actor()?);
    let all = run(web, move |app| desk::colleagues(app, &actor, None)).await?;
    let mut table = Tabel::new(
        t.share,
        vec![
            (t.officer.into(), false),
            (t.column_function.into(), false),
            (t.held_tasks.into(), true),
            (t.state.into(), false),
        ],
    );
    for one in all.iter().filter(|one| one.role != Role::Operator) {
        table.row(vec![
            plain(one.nama.clone()),
            plain(publik::role(one.role.word(), lang.texts()).to_owned()),
            plain(one.tasks.to_string()),
            plain(if one.active { "–" } else { t.inactive }),
        ]);
    }
    let from = officers("dari", t.share_from, &all, lang).value(posted.get("dari")).errors(errors);
    let active: Vec<_> = all.iter().filter(|one| one.active).cloned().collect();
    let to = officers("kepada", t.share_to, &active, lang)
        .option("antrean", t.share_free)
        .value(posted.get("kepada"))
        .errors(errors);
    let form = Form::post(SHARE, visit.csrf()).with(from).with(to).with(Button::primary(t.share_do));
    let mut sheet = Sheet::new(t.share).lead(t.share_lead);
    if let (Ok(n), Ok(left)) = (visit.query("pindah").parse::<u32>(), visit.query("sisa").parse::<u32>()) {
        let text = fill(t.share_done, &[("n", &n.to_string()), ("sisa", &left.to_string())]);
        sheet = sheet.with(NotificationBanner::success(lang, text));
    }
    sheet.with(table).with(Card::new(Piece::from(form))).answer(visit.place(web), errors)
}

/// `POST /petugas/pembagian`.
pub async fn move_all(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (actor, from, to) = (visit.actor()?, posted.text("dari"), posted.text("kepada"));
    let t = PetugasTexts::of(visit.lang());
    let mut errors = FormErrors::new(visit.lang());
    for (field, value) in [("dari", &from), ("kepada", &to)] {
        if value.is_empty() {
            errors.add(field, t.choose);
        }
    }
    if !errors.is_empty() {
        return sharing(&web, &visit, (&posted, &errors)).await;
    }
    let moved = attempt(&web, move |app| {
        let to = (to != "antrean").then_some(to.as_str());
        desk::move_all(app, &actor, &from, to)
    });
    match moved.await? {
        Ok(moved) => Ok(see_other(&format!("{SHARE}?pindah={}&sisa={}", moved.moved, moved.left))),
        Err(error) => sharing(&web, &visit, (&posted, &errors_of(&error, visit.lang()))).await,
    }
}
