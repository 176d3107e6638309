//! Pembayaran: the billing code, its amounts, how long it can be paid, how, and a new one when it is over.

use app::App;
use app::act::act;
use app::dokumen::{self, BillRow, Bills};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use declaration::workflow::{Action, StatusBilling, Untuk};
use serde_json::Value;

use super::messages::DokumenTexts;
use super::parts::grouped;
use super::path;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Badge, Button, Buttons, Details, Field, Form, FormErrors, NotificationBanner, Piece, Tone};
use crate::visit::{Posted, Visit, attempt, done, errors_of, run};

struct Bill {
    purpose: &'static str,
    badge: Badge,
    kode: String,
    nilai: String,
    until: Option<(String, String)>,
    /// Time left in words and, for the script, in seconds.
    left: Option<(String, i64)>,
    lines: Vec<(String, String, String)>,
    paid: Option<String>,
    slip: Option<String>,
}

#[derive(Template)]
#[template(path = "dokumen/bayar.html")]
struct PayView {
    t: &'static DokumenTexts,
    aju: String,
    importer: String,
    partner: Option<NotificationBanner>,
    bills: Vec<Bill>,
    simulator: Option<Button>,
    again: Option<Piece>,
    withdraw: Option<Piece>,
    making: bool,
}

async fn load(web: &Web, visit: &Visit, aju: &str) -> Result<Bills, Problem> {
    let (actor, number) = (visit.actor()?, aju.to_owned());
    run(web, move |app: &App| dokumen::bills(app, &actor, &number)).await
}

/// `GET /dokumen/{aju}/bayar`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    page(&web, &visit, &aju, &FormErrors::new(visit.lang())).await
}

async fn page(web: &Web, visit: &Visit, aju: &str, errors: &FormErrors) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), DokumenTexts::of(visit.lang()));
    let bills = load(web, visit, aju).await?;
    let active = bills.rows.iter().find(|bill| bill.status == StatusBilling::Aktif);
    let kode = active.and_then(|bill| bill.kode.as_deref());
    let demo = web.extras().simulator_url.as_deref().zip(kode);
    let again = bills.can.rebill.map(|untuk| {
        let form = Form::post(path(aju, "bayar/kode"), visit.csrf()).hidden("untuk", word(untuk));
        let button = Buttons::new().with(Button::primary(t.pay_again));
        form.with(crate::perusahaan::sheet::Words::new(t.pay_again_text)).with(button).into()
    });
    let withdraw = bills.can.unbill.map(|untuk| {
        let form = Form::post(path(aju, "bayar/batal"), visit.csrf())
            .hidden("untuk", word(untuk))
            .with(crate::perusahaan::sheet::Words::new(t.pay_withdraw_text))
            .with(Field::text("alasan", t.pay_withdraw_reason).max_length(200).errors(errors))
            .with(Buttons::new().with(Button::warning(t.pay_withdraw)));
        Details::new(t.pay_withdraw, form).into()
    });
    let partner = bills.partner.as_ref().map(|(name, since)| {
        let pairs = [("mitra", name.as_str()), ("kapan", &format::minute(*since, lang))];
        NotificationBanner::warning(lang, fill(t.partner_down, &pairs)).id("mitra")
    });
    let view = PayView {
        t,
        aju: grouped(aju),
        importer: bills.nama_importir.clone(),
        partner,
        making: bills.rows.first().is_some_and(|bill| bill.status == StatusBilling::Diminta),
        bills: bills.rows.iter().map(|row| bill(row, aju, &bills, lang)).collect(),
        simulator: demo.map(|(url, kode)| {
            // Straight to the bill: the simulator's page is long.
            Button::primary(t.pay_demo).href(format!("{}/?kode={kode}", url.trim_end_matches('/')))
        }),
        again,
        withdraw,
    };
    let place = visit.place(web).back(path(aju, "status")).errors(errors);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, shell::render(&place, t.pay_title, &view)?).into_response())
}

fn bill(row: &BillRow, aju: &str, all: &Bills, lang: Lang) -> Bill {
    let t = DokumenTexts::of(lang);
    let money = |nilai: kernel::Rupiah| format::number(nilai.0, lang);
    let active = row.status == StatusBilling::Aktif;
    let badge = match row.status {
        StatusBilling::Aktif => Badge::new(Tone::Warn, t.pay_active),
        StatusBilling::Lunas => Badge::new(Tone::Good, t.pay_done),
        StatusBilling::Kedaluwarsa => Badge::new(Tone::Bad, t.pay_expired),
        StatusBilling::Dibatalkan => Badge::new(Tone::Neutral, t.pay_cancelled),
        StatusBilling::Gagal => Badge::new(Tone::Bad, t.pay_failed),
        StatusBilling::Diminta => Badge::new(Tone::Info, t.pay_asked),
    };
    let left = row.sampai.filter(|_| active).map(|until| until.duration_since(all.now).as_secs().max(0));
    Bill {
        purpose: match row.untuk {
            Untuk::Pib => t.for_pib,
            Untuk::Sptnp => t.for_sptnp,
            Untuk::Perbaikan => t.for_amendment,
        },
        badge,
        kode: row.kode.clone().unwrap_or_default(),
        nilai: money(row.nilai),
        until: row.sampai.map(|until| (format::deadline(until, lang), format::machine(until))),
        left: left.map(|seconds| (format::span(seconds, lang), seconds)),
        lines: row.lines.iter().map(|(akun, name, nilai)| (akun.clone(), lang.say(name), money(*nilai))).collect(),
        paid: row
            .paid
            .as_ref()
            .map(|(ntpn, at)| fill(t.pay_paid, &[("ntpn", ntpn), ("kapan", &format::moment(*at, lang))])),
        slip: row.letter.as_ref().map(|id| path(aju, &format!("surat/{id}"))),
    }
}

fn word(untuk: Untuk) -> &'static str {
    match untuk {
        Untuk::Pib => "pib",
        Untuk::Sptnp => "sptnp",
        Untuk::Perbaikan => "perbaikan",
    }
}

fn debt(posted: &Posted) -> Untuk {
    let all = [Untuk::Pib, Untuk::Sptnp, Untuk::Perbaikan];
    all.into_iter().find(|untuk| word(*untuk) == posted.get("untuk")).unwrap_or(Untuk::Pib)
}

async fn give(web: &Web, visit: &Visit, aju: &str, action: Action) -> Result<Response, Problem> {
    let (actor, number) = (visit.actor()?, aju.to_owned());
    match attempt(web, move |app| act(app, &actor, &number, action, Value::Null)).await? {
        Ok(()) => Ok(done(&path(aju, "bayar"), "dikerjakan")),
        Err(error) => page(web, visit, aju, &errors_of(&error, visit.lang())).await,
    }
}

/// `POST /dokumen/{aju}/bayar/kode`.
pub async fn again(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    load(&web, &visit, &aju).await?;
    give(&web, &visit, &aju, Action::RequestBilling { untuk: debt(&posted) }).await
}

/// `POST /dokumen/{aju}/bayar/batal`.
pub async fn withdraw(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    load(&web, &visit, &aju).await?;
    let alasan: String = posted.get("alasan").chars().take(200).collect();
    if alasan.is_empty() {
        let mut errors = FormErrors::new(visit.lang());
        errors.add("alasan", DokumenTexts::of(visit.lang()).reason_missing);
        return page(&web, &visit, &aju, &errors).await;
    }
    give(&web, &visit, &aju, Action::CancelBilling { untuk: debt(&posted), alasan }).await
}
