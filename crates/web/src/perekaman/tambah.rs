//! `Tambah Dokumen`: for whom, which document, and what it begins with.

use app::account::session;
use app::company::kuasa;
use app::draft::{self, Earlier, Source};
use app::{Actor, UseCase};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Date, Shape};

use super::messages::RekamTexts;
use super::values::marks;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::Sheet;
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Choice, Field, FileUpload, Form, FormErrors, Link, Piece, Radios, Select, Textarea};
use crate::visit::{Posted, Visit, attempt, done, errors_of, npwp, run, with_session};

/// Earlier documents that are offered for copying.
const OFFERED: u32 = 20;

/// Most errors of a JSON document that are listed.
const MOST_ERRORS: usize = 50;

/// What the page offers.
struct Offer {
    clients: Vec<app::access::Client>,
    earlier: Vec<Earlier>,
}

async fn offer(web: &Web, visit: &Visit) -> Result<Offer, Problem> {
    let actor = visit.actor()?;
    run(web, move |app| {
        let may = actor.may(UseCase::ActForClient).is_ok();
        let clients = if may { kuasa::clients(app, &actor)? } else { Vec::new() };
        let earlier = draft::earlier(app, &actor, OFFERED).or_else(|error| match error {
            app::Error::Denied(_) => Ok(Vec::new()),
            error => Err(error),
        })?;
        Ok(Offer { clients, earlier })
    })
    .await
}

/// What was chosen and typed.
#[derive(Default)]
struct Typed {
    client: String,
    from: String,
    aju: String,
    json: String,
    bill: String,
    dated: String,
    office: String,
}

/// `GET /dokumen/tambah`; `salin=AJU` begins with a copy of that document.
pub async fn form(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let (actor, copied) = (visit.actor()?, visit.query("salin"));
    let typed = Typed {
        client: actor.acting_for.map(|client| client.company_id).unwrap_or_default(),
        from: if copied.is_empty() { "kosong".into() } else { "salin".into() },
        aju: copied,
        ..Typed::default()
    };
    page(&web, &visit, &typed, &FormErrors::new(visit.lang())).await
}

async fn page(web: &Web, visit: &Visit, typed: &Typed, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), RekamTexts::of(visit.lang()));
    let offer = offer(web, visit).await?;
    let form = Form::post("/dokumen/tambah", visit.csrf())
        .multipart()
        .with(parties(visit, &offer, typed, errors)?)
        .with(Select::new("jenis", t.new_kind).option("20", t.new_kind_import))
        .with(sources(&offer, typed, errors, lang))
        .with(Buttons::new().with(Button::primary(t.new_button)));
    let import = Link::new("/dokumen/impor", super::goods_messages::GoodsTexts::of(lang).import_title);
    let sheet = Sheet::new(t.new_title).lead(t.new_lead).with(super::unduh::links(&[import]));
    let sheet = sheet.with(crate::perusahaan::sheet::Card::new(form));
    sheet.answer(visit.place(web), errors)
}

/// In which capacity: for the own company, or as broker for a client.
fn parties(visit: &Visit, offer: &Offer, typed: &Typed, errors: &FormErrors) -> Result<Radios, Problem> {
    let t = RekamTexts::of(visit.lang());
    let actor = visit.actor()?;
    let own = actor.npwp.as_deref().map(npwp).unwrap_or_default();
    let mut radios = Radios::new("entitas", t.new_as)
        .choice(Choice::new("", t.new_as_importer).hint(fill(t.new_as_importer_hint, &[("npwp", &own)])));
    for client in &offer.clients {
        let text = fill(t.new_as_broker, &[("nama", &client.nama)]);
        radios = radios.choice(Choice::new(client.company_id.clone(), text).hint(npwp(&client.npwp)));
    }
    Ok(radios.value(&typed.client).errors(errors))
}

fn sources(offer: &Offer, typed: &Typed, errors: &FormErrors, lang: Lang) -> Radios {
    let t = RekamTexts::of(lang);
    let json = Textarea::new("json", t.new_json_text).hint(t.new_json_hint).rows(8).value(typed.json.clone());
    let file = FileUpload::new("berkas", t.new_json_file, ".json,application/json").errors(errors);
    let json = Piece::join(&[file.into(), json.errors(errors).into()]);
    Radios::new("dari", t.new_from)
        .choice(Choice::new("kosong", t.new_blank))
        .choice(Choice::new("salin", t.new_copy).hint(t.new_copy_hint).inside(earlier(offer, typed, errors, lang)))
        .choice(Choice::new("manifes", t.new_manifest).hint(t.new_manifest_hint).inside(bill(typed, errors, t)))
        .choice(Choice::new("json", t.new_json).inside(json))
        .value(&typed.from)
        .errors(errors)
}

/// By what a position of a manifest is found.
fn bill(typed: &Typed, errors: &FormErrors, t: &'static RekamTexts) -> Piece {
    let number = Field::code("bl", t.new_bill).max_length(40).value(typed.bill.clone()).errors(errors);
    let dated = Field::text("tanggalBl", t.new_bill_date).hint(t.date_hint).width(10).value(typed.dated.clone());
    let dated = dated.input_mode("numeric").autocomplete("off").errors(errors);
    let office = Field::code("kantorBl", t.new_bill_office).width(10).max_length(6).value(typed.office.clone());
    Piece::join(&[number.into(), dated.into(), office.errors(errors).into()])
}

/// The documents changed last in a list; any other by its number.
fn earlier(offer: &Offer, typed: &Typed, errors: &FormErrors, lang: Lang) -> Piece {
    let t = RekamTexts::of(lang);
    let number = Field::code("salin", t.new_copy_aju).max_length(40).errors(errors);
    if offer.earlier.is_empty() {
        return number.value(typed.aju.clone()).into();
    }
    let mut list = Select::new("terdahulu", t.new_copy_list).option("", t.choose);
    let mut listed = false;
    for row in &offer.earlier {
        listed |= row.nomor_aju == typed.aju;
        let aju: Result<kernel::NomorAju, _> = row.nomor_aju.parse();
        let number = aju.map_or_else(|_| row.nomor_aju.clone(), |aju| aju.to_grouped());
        let text = format!("{number} – {}, {}", lang.say(&row.stage.label()), format::minute(row.updated, lang));
        list = list.option(row.nomor_aju.clone(), text);
    }
    let rest = if listed { String::new() } else { typed.aju.clone() };
    let list = list.value(if listed { &typed.aju } else { "" });
    Piece::join(&[list.into(), number.value(rest).into()])
}

/// `POST /dokumen/tambah`.
pub async fn create(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), RekamTexts::of(visit.lang()));
    let aju: String = posted.get("salin").chars().filter(char::is_ascii_alphanumeric).collect();
    let json = match posted.file("berkas") {
        Some(file) => String::from_utf8_lossy(&file.bytes).into_owned(),
        None => posted.raw("json").to_owned(),
    };
    let typed = Typed {
        client: posted.text("entitas"),
        from: posted.text("dari"),
        aju: if aju.is_empty() { posted.text("terdahulu") } else { aju },
        json,
        bill: posted.text("bl"),
        dated: posted.text("tanggalBl"),
        office: posted.text("kantorBl"),
    };
    let mut errors = FormErrors::new(lang);
    let source = match typed.from.as_str() {
        "salin" if typed.aju.is_empty() => {
            errors.add("salin", t.new_no_copy);
            None
        }
        "salin" => Some(Source::Copy(typed.aju.clone())),
        "manifes" => {
            let dated = Shape::Date.read(&typed.dated, marks(lang)).parse::<Date>();
            if typed.bill.is_empty() {
                errors.add("bl", t.new_no_bill);
            }
            if dated.is_err() {
                errors.add("tanggalBl", t.new_no_date);
            }
            if typed.office.len() != 6 {
                errors.add("kantorBl", t.new_no_office);
            }
            let (nomor, kantor) = (typed.bill.clone(), typed.office.clone());
            dated.ok().filter(|_| errors.is_empty()).map(|tanggal| Source::Manifest { nomor, tanggal, kantor })
        }
        "json" if typed.json.trim().is_empty() => {
            errors.add("json", t.new_no_json);
            None
        }
        "json" => Some(Source::Json(typed.json.clone().into_bytes())),
        _ => Some(Source::Blank),
    };
    let Some(source) = source else { return page(&web, &visit, &typed, &errors).await };
    make(&web, &visit, &typed, source).await
}

/// Makes it, for the client that was chosen.
async fn make(web: &Web, visit: &Visit, typed: &Typed, source: Source) -> Result<Response, Problem> {
    let (actor, secret, client) = (visit.actor()?, visit.secret().to_owned(), typed.client.clone());
    let copies = matches!(source, Source::Copy(_));
    let outcome = attempt(web, move |app| {
        let (actor, opened) = acting(app, actor, &secret, &client)?;
        match draft::create(app, &actor, &source) {
            // The other document is not there for him; this page is.
            Err(app::Error::NotFound) if copies => Ok((None, opened)),
            made => made.map(|aju| (Some(aju), opened)),
        }
    })
    .await?;
    let t = RekamTexts::of(visit.lang());
    let mut errors = FormErrors::new(visit.lang());
    match outcome {
        Ok((Some(aju), opened)) => {
            let made = done(&format!("/dokumen/{aju}/isi"), "draf-dibuat");
            return Ok(match opened {
                Some(opened) => with_session(web, made, &opened),
                None => made,
            });
        }
        Ok((None, _)) => errors.add("salin", t.new_not_found),
        Err(error) => {
            let whole = match typed.from.as_str() {
                "json" => "json",
                "manifes" => "bl",
                _ => "",
            };
            for (place, text) in errors_of(&error, visit.lang()).pairs().into_iter().take(MOST_ERRORS) {
                let text = if place.is_empty() { text } else { format!("{place}: {text}").into() };
                errors.add(whole, text);
            }
        }
    }
    page(web, visit, typed, &errors).await
}

/// The actor in the capacity that was chosen; the session follows it, so that every page says for whom one acts.
fn acting(
    app: &app::App,
    actor: Actor,
    secret: &str,
    client: &str,
) -> Result<(Actor, Option<session::Opened>), app::Error> {
    let now = actor.acting_for.as_ref().map_or("", |client| client.company_id.as_str());
    if now == client {
        return Ok((actor, None));
    }
    let opened = session::act_for(app, secret, Some(client).filter(|id| !id.is_empty()))?;
    Ok((session::resume(app, &opened.secret)?.actor, Some(opened)))
}

/// `POST /dokumen/{aju}/salin`: a new draft from this one.
pub async fn copy(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    let source = Source::Copy(aju);
    match attempt(&web, move |app| draft::create(app, &actor, &source)).await? {
        Ok(made) => Ok(done(&format!("/dokumen/{made}/isi"), "draf-dibuat")),
        Err(error) => {
            let t = RekamTexts::of(visit.lang());
            let sheet = Sheet::new(t.new_title).with(super::refused(&error, visit.lang()));
            let mut answer = sheet.answer(visit.place(&web), &FormErrors::new(visit.lang()))?;
            *answer.status_mut() = StatusCode::CONFLICT;
            Ok(answer)
        }
    }
}
