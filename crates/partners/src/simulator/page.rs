//! The sandbox page: switches, payments, INSW's answers, goods and rules; plain forms, no script.

use app::ports::LartasAnswer;
use askama::Template;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse};
use jiff::Timestamp;
use jiff::tz::Offset;
use serde::Deserialize;

use super::control::BillingView;
use super::core::{Sim, Turn};
use super::event::{LartasRecord, PosState};
use super::fail::Fail;
use super::gate::{Gate, Mode, Partner};
use super::input::optional_number;
use super::rule::Rule;
use super::shelf::LISTED;

/// Rows of each table on one page.
const ROWS: usize = 50;

/// Which page of the tables.
#[derive(Debug, Deserialize)]
pub struct PageQuery {
    #[serde(default, deserialize_with = "optional_number")]
    halaman: Option<usize>,
    /// The bill that somebody came to pay; it stands first.
    #[serde(default)]
    kode: String,
}

struct SwitchView {
    slug: &'static str,
    name: &'static str,
    state: &'static str,
    gate: Gate,
    modes: Vec<ModeView>,
}

struct ModeView {
    value: &'static str,
    label: &'static str,
    chosen: bool,
}

struct LartasView<'a> {
    record: &'a LartasRecord,
    time: String,
    answer: &'static str,
    reasons: &'a [String],
}

struct PosView<'a> {
    pos: &'a PosState,
    stored: String,
    ready: String,
    sppb: &'a str,
    left: String,
}

struct BillView {
    bill: BillingView,
    total: String,
    until: String,
    receipts: Vec<String>,
    /// Its payment page at the portal.
    back: Option<String>,
}

#[derive(Template)]
#[template(path = "simulator.html")]
struct Sheet<'a> {
    now: String,
    chosen: Option<BillView>,
    page: usize,
    pages: usize,
    switches: Vec<SwitchView>,
    bills: Vec<BillView>,
    lartas: Vec<LartasView<'a>>,
    goods: Vec<PosView<'a>>,
    rules: Vec<(&'a Rule, String)>,
}

/// `GET /`.
pub async fn page(
    State(sim): State<Sim>,
    query: Result<Query<PageQuery>, QueryRejection>,
) -> Result<Html<String>, Fail> {
    let (page, kode) = query.map_or((None, String::new()), |Query(query)| (query.halaman, query.kode));
    let page = page.unwrap_or(1).clamp(1, LISTED / ROWS);
    let switches = Partner::ALL.map(|partner| switch_view(partner, sim.gates().get(partner))).into();
    sim.act(|turn| render(turn, page, &kode, switches)).await.map(Html)
}

/// `GET /gaya.css`.
pub async fn style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("../../templates/simulator.css"))
}

fn render(turn: &Turn<'_>, page: usize, kode: &str, switches: Vec<SwitchView>) -> Result<String, Fail> {
    let state = turn.state();
    let skip = (page - 1) * ROWS;
    let longest = state.billing.listed().max(state.lartas.listed()).max(state.pos.listed());
    let chosen = state.billing.get(kode).map(|billing| {
        let view = bill_view(BillingView::new(billing, turn.now));
        BillView { back: back(turn.config.portal_url.as_deref(), &view.bill.nomor_aju), ..view }
    });
    let view = Sheet {
        now: time(turn.now),
        chosen,
        page,
        pages: longest.div_ceil(ROWS).max(1),
        switches,
        bills: state.billing.newest().skip(skip).take(ROWS).map(|b| bill_view(BillingView::new(b, turn.now))).collect(),
        lartas: state.lartas.newest().skip(skip).take(ROWS).map(lartas_view).collect(),
        goods: state.pos.newest().skip(skip).take(ROWS).map(pos_view).collect(),
        rules: state.rules.all().map(|rule| (rule, outcomes(rule))).collect(),
    };
    view.render().map_err(|e| Fail::down(e.to_string()))
}

/// Jakarta time, which has no other offset since 1964.
fn time(at: Timestamp) -> String {
    Offset::constant(7).to_datetime(at).strftime("%Y-%m-%d %H:%M:%S WIB").to_string()
}

fn when(at: Option<Timestamp>) -> String {
    at.map(time).unwrap_or_default()
}

fn switch_view(partner: Partner, gate: Gate) -> SwitchView {
    let label = |mode| match mode {
        Mode::Normal => ("NORMAL", "hidup (up)"),
        Mode::Mati => ("MATI", "mati (down, 503)"),
        Mode::Lambat => ("LAMBAT", "lambat (slow)"),
        Mode::Tolak => ("TOLAK", "menolak (refuses, 422)"),
        Mode::Rusak => ("RUSAK", "jawaban rusak (garbage)"),
        Mode::Bisu => ("BISU", "jawaban hilang (answer lost)"),
    };
    let modes = [Mode::Normal, Mode::Mati, Mode::Lambat, Mode::Tolak, Mode::Rusak, Mode::Bisu].map(|mode| {
        let (value, label) = label(mode);
        ModeView { value, label, chosen: mode == gate.switch.mode }
    });
    let state = label(gate.switch.mode).1;
    SwitchView { slug: partner.slug(), name: partner.name(), state, gate, modes: modes.into() }
}

fn bill_view(bill: BillingView) -> BillView {
    let receipts = bill.pembayaran.iter().map(|p| format!("NTPN {} · NTB {} · {}", p.ntpn, p.ntb, p.bank));
    BillView {
        total: bill.total.to_letter(),
        until: time(bill.berlaku_sampai),
        receipts: receipts.collect(),
        back: None,
        bill,
    }
}

/// The payment page of a document, at the configured portal and nowhere else.
fn back(portal: Option<&str>, nomor_aju: &str) -> Option<String> {
    let plain = !nomor_aju.is_empty() && nomor_aju.bytes().all(|b| b.is_ascii_alphanumeric());
    portal.filter(|_| plain).map(|portal| format!("{}/dokumen/{nomor_aju}/bayar", portal.trim_end_matches('/')))
}

fn lartas_view(record: &LartasRecord) -> LartasView<'_> {
    let (answer, reasons): (_, &[String]) = match &record.jawaban {
        LartasAnswer::Sesuai => ("sesuai (passes)", &[]),
        LartasAnswer::Dikembalikan { alasan } => ("dikembalikan (returned)", alasan),
        LartasAnswer::PerluPenelitian { alasan } => ("perlu penelitian (needs a human)", alasan),
    };
    LartasView { time: time(record.waktu), record, answer, reasons }
}

fn pos_view(pos: &PosState) -> PosView<'_> {
    PosView {
        stored: when(pos.timbun),
        ready: when(pos.siap),
        sppb: pos.sppb.as_ref().map_or("", |sppb| &sppb.nomor),
        left: when(pos.keluar),
        pos,
    }
}

/// What a rule says, without its suffix and note.
fn outcomes(rule: &Rule) -> String {
    let plain = Rule { cocok: String::new(), keterangan: None, ..rule.clone() };
    let Ok(serde_json::Value::Object(members)) = serde_json::to_value(&plain) else { return String::new() };
    let said = members.iter().filter(|(name, _)| *name != "cocok");
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    said.map(|(name, value)| format!("{name} = {}", text(value))).collect::<Vec<_>>().join(", ")
}
