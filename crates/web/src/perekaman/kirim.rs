//! The last look before a document is sent, and the page after it.

use app::draft::{self, Draft, Sending};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use declaration::document::AnyField;
use declaration::layout::Bagian;
use declaration::levy::Facility;
use declaration::workflow::Stage;
use kernel::{Finding, Severity};

use super::bagian::open;
use super::field::Fields;
use super::frame::{Page, path, section_path};
use super::messages::RekamTexts;
use super::values::Values;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Section, Sheet, Words};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{
    Button, Buttons, Checkboxes, Choice, Fact, Facts, Form, FormErrors, Panel, Piece, Summary, SummaryRow, components,
};
use crate::visit::{Posted, Visit, attempt, errors_of, npwp, run, see_other};

/// Tells a section that its reader came from here and wants to go back.
const FROM_HERE: &str = "dari=kirim";

/// `GET /dokumen/{aju}/kirim`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let draft = open(&web, &visit, &aju).await?;
    if !draft.editable {
        return Ok(see_other(&path(&draft, "isi")));
    }
    let key = hex::encode(web.app().ports().ids.secret());
    page(&web, &visit, &draft, &Answers { key, ..Answers::default() }, FormErrors::new(visit.lang()))
}

/// What was ticked.
#[derive(Default)]
struct Answers {
    ticked: Vec<String>,
    statement: bool,
    key: String,
}

fn page(web: &Web, visit: &Visit, draft: &Draft, answers: &Answers, errors: FormErrors) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), RekamTexts::of(visit.lang()));
    let rejected = draft.findings.iter().any(|f| f.severity == Severity::Reject && f.pointer.as_str() != "disclaimer");
    if rejected && errors.is_empty() {
        let back = Button::primary(t.check_title).href(path(draft, "periksa"));
        let body = Piece::join(&[Words::new(t.send_not_yet).into(), back.into()]);
        return Page::new(None, t.send_title, body, lang).answer(web, visit, draft);
    }
    let mut parts: Vec<Piece> = vec![Words::new(t.send_lead).into()];
    parts.extend(cards(draft, lang));
    parts.push(form(visit, draft, answers, &errors)?.into());
    let mut page = Page::new(None, t.send_title, Piece::join(&parts), lang);
    if !errors.is_empty() {
        page.status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    page.errors = errors;
    page.answer(web, visit, draft)
}

/// One card of answers.
struct Card<'a> {
    fields: &'a Fields<'a>,
    summary: Summary,
    change: String,
}

impl Card<'_> {
    fn row(mut self, label: impl Into<String>, lines: Vec<String>) -> Self {
        let mut lines = lines.into_iter().filter(|line| !line.is_empty());
        let mut row = SummaryRow::new(label.into(), lines.next().unwrap_or_else(|| "–".to_owned()));
        for line in lines {
            row = row.line(line);
        }
        self.summary = self.summary.row(row.change(self.change.clone()));
        self
    }

    /// Members called as the catalogue calls them.
    fn rows(self, pointers: &[&str]) -> Self {
        pointers.iter().fold(self, |card, pointer| {
            let label = card.fields.lang.say(&declaration::rules::describe(pointer));
            let value = card.fields.told(pointer);
            card.row(label, vec![value])
        })
    }
}

/// A card of each section but the statement.
fn cards(draft: &Draft, lang: Lang) -> Vec<Piece> {
    let t = RekamTexts::of(lang);
    let (values, errors) = (Values::of(draft, lang), FormErrors::new(lang));
    let fields = Fields { draft, values, errors, lang, chosen: None, here: String::new() };
    let card = |bagian: Bagian| {
        let change = format!("{}?{FROM_HERE}", section_path(draft, bagian));
        Card { fields: &fields, summary: Summary::new(lang), change }
    };
    let header = card(Bagian::Header).rows(&["kodeKantor", "kodePelTujuan", "kodeJenisImpor", "kodeCaraBayar"]);
    let papers = card(Bagian::Dokumen).row(t.list_dokumen, papers(&fields));
    let transport = card(Bagian::Pengangkutan)
        .rows(&[
            "pengangkut[0].namaPengangkut",
            "pengangkut[0].nomorPengangkut",
            "kodePelMuat",
            "tanggalTiba",
            "kodeTps",
        ])
        .row(t.send_manifest, ["nomorBc11", "tanggalBc11", "posBc11"].map(|name| fields.told(name)).to_vec());
    let transaction = card(Bagian::Transaksi).rows(&[
        "kodeIncoterm",
        "kodeValuta",
        "ndpbm",
        "fob",
        "freight",
        "asuransi",
        "cif",
        "bruto",
    ]);
    let lines = format::number(count(draft.full.barang.len()), lang);
    let goods = fill(t.send_goods_text, &[("n", &lines), ("netto", &fields.told("netto"))]);
    let levies =
        levies(draft, lang).into_iter().fold(card(Bagian::Pungutan), |card, (name, text)| card.row(name, vec![text]));
    let section =
        |id: &'static str, title: &'static str, card: Card<'_>| Section::new(id, title, &[card.summary.into()]);
    [
        section("rujukan", t.send_reference, header),
        section("surat", t.list_dokumen, papers),
        section("pihak", t.send_party, parties(&fields, card(Bagian::Entitas))),
        section("angkutan", t.send_transport, transport),
        section("kemasan", t.list_kemasan, packed(&fields, card(Bagian::Kemasan))),
        section("transaksi", t.send_transaction, transaction),
        section("barang", t.send_goods, card(Bagian::Barang).row(t.send_goods, vec![goods])),
        section("pungutan", t.send_levies, levies),
    ]
    .map(Piece::from)
    .to_vec()
}

fn parties<'a>(fields: &Fields<'_>, card: Card<'a>) -> Card<'a> {
    fields.draft.full.entitas.iter().enumerate().fold(card, |card, (index, party)| {
        let at = |name: &str| fields.told(&format!("entitas[{index}].{name}"));
        let role = super::groups::role_name(fields.t(), &party.kode_entitas.text());
        card.row(role, vec![at("namaEntitas"), at("alamatEntitas"), at("nomorIdentitas")])
    })
}

fn papers(fields: &Fields<'_>) -> Vec<String> {
    let paper = |index: usize| {
        let at = |name: &str| fields.told(&format!("dokumen[{index}].{name}"));
        format!("{}: {}, {}", at("kodeDokumen"), at("nomorDokumen"), at("tanggalDokumen"))
    };
    (0..fields.draft.full.dokumen.len()).map(paper).collect()
}

fn packed<'a>(fields: &Fields<'_>, card: Card<'a>) -> Card<'a> {
    let (doc, t) = (&fields.draft.full, fields.t());
    let packages = (0..doc.kemasan.len()).map(|index| {
        let at = |name: &str| fields.told(&format!("kemasan[{index}].{name}"));
        format!("{} {}", at("jumlahKemasan"), at("kodeJenisKemasan"))
    });
    let boxes = (0..doc.kontainer.len()).map(|index| fields.told(&format!("kontainer[{index}].nomorKontainer")));
    card.row(t.list_kemasan, packages.collect()).row(t.list_kontainer, boxes.collect())
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// What is paid, by levy, and the sum.
fn levies(draft: &Draft, lang: Lang) -> Vec<(String, String)> {
    let t = RekamTexts::of(lang);
    let paid = |facility: Facility| facility == Facility::Dibayar;
    let totals = draft.assessment.totals.iter().filter(|total| paid(total.fasilitas));
    let mut rows = Vec::new();
    let mut sum = 0_i64;
    for total in totals {
        let amount = draft.assessment.total(total.jenis, total.fasilitas).0;
        sum = sum.saturating_add(amount);
        rows.push((total.jenis.code().to_owned(), format!("Rp{}", format::number(amount, lang))));
    }
    rows.push((t.levy_total.to_owned(), format!("Rp{}", format::number(sum, lang))));
    rows
}

/// Warnings, the statement, the button.
fn form(visit: &Visit, draft: &Draft, answers: &Answers, errors: &FormErrors) -> Result<Form, Problem> {
    let (lang, t) = (visit.lang(), RekamTexts::of(visit.lang()));
    let mut form = Form::post(path(draft, "kirim"), visit.csrf())
        .hidden("tanda", draft.mark.clone())
        .hidden("kunci", answers.key.clone());
    let warnings: Vec<&Finding> = draft.findings.iter().filter(|f| f.severity == Severity::Warn).collect();
    if !warnings.is_empty() {
        let mut boxes = Checkboxes::new("peringatan", t.send_warnings).hint(t.send_warnings_hint);
        for finding in warnings {
            let place = lang.say(&declaration::rules::describe(finding.pointer.as_str()));
            let text = format!("{place}: {}", lang.say(&finding.message));
            let law = fill(t.check_law, &[("dasar", &format!("{}, {}", finding.code, finding.law))]);
            boxes = boxes.choice(Choice::new(Sending::word(finding), text).hint(law));
        }
        let ticked: Vec<&str> = answers.ticked.iter().map(String::as_str).collect();
        form = form.with(boxes.values(&ticked).errors(errors));
    }
    let name = draft.full.nama_ttd.text();
    let position = draft.full.jabatan_ttd.text();
    let mut parts =
        vec![Piece::from(Words::new(fill(t.send_statement_text, &[("nama", &name), ("jabatan", &position)])))];
    if let Some(client) = &visit.actor()?.acting_for {
        let text = fill(t.send_for, &[("nama", &client.nama), ("npwp", &npwp(&client.npwp))]);
        parts.push(Words::new(text).into());
    }
    let agree = Checkboxes::single("disclaimer", t.send_agree, answers.statement).errors(errors);
    parts.push(agree.into());
    let statement = Section::new("pernyataan", t.send_statement, &parts);
    let buttons = Buttons::new()
        .with(Button::primary(t.send_button))
        .with(Button::secondary(t.check_title).href(path(draft, "periksa")));
    Ok(form.with(statement).with(buttons))
}

/// `POST /dokumen/{aju}/kirim`.
pub async fn send(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let answers = Answers {
        ticked: posted.all("peringatan").into_iter().map(str::to_owned).collect(),
        statement: posted.get("disclaimer") == "ya",
        key: posted.text("kunci"),
    };
    let sending = Sending {
        mark: posted.text("tanda"),
        ticked: answers.ticked.clone(),
        statement: answers.statement,
        key: answers.key.clone(),
    };
    let (actor, number) = (visit.actor()?, aju.clone());
    let outcome = attempt(&web, move |app| match draft::send(app, &actor, &number, &sending) {
        Err(error) if error.is_unknown() => Ok(false),
        sent => sent.map(|_| true),
    });
    let error = match outcome.await? {
        Ok(true) => return Ok(see_other(&format!("/dokumen/{aju}/terkirim"))),
        Ok(false) => return unknown(&web, &visit, &aju, &answers.key),
        Err(error) => error,
    };
    let draft = open(&web, &visit, &aju).await?;
    if !draft.editable {
        // It was sent meanwhile, perhaps by the same press.
        return Ok(see_other(&format!("/dokumen/{aju}/terkirim")));
    }
    let errors = against(&error, &visit);
    page(&web, &visit, &draft, &answers, errors)
}

/// Nobody knows whether it was stored: the page says so and names the key, and invites to no second sending.
fn unknown(web: &Web, visit: &Visit, aju: &str, key: &str) -> Result<Response, Problem> {
    let t = RekamTexts::of(visit.lang());
    let status = Button::primary(t.sent_status).href(format!("/dokumen/{aju}/status"));
    let facts = Facts { facts: vec![Fact::code(t.aju, aju), Fact::code(t.sent_key, key)] };
    let sheet = Sheet::new(t.sent_unknown_title).lead(t.sent_unknown).with(facts).with(status);
    Ok((StatusCode::SERVICE_UNAVAILABLE, sheet.page(&visit.place(web))?).into_response())
}

/// What keeps it from being sent, by the fields of this page; what is mended elsewhere leads there.
fn against(error: &app::Error, visit: &Visit) -> FormErrors {
    let (lang, t) = (visit.lang(), RekamTexts::of(visit.lang()));
    let app::Error::Findings(findings) = error else { return errors_of(error, lang) };
    let mut errors = FormErrors::new(lang);
    if findings.iter().any(|f| f.severity == Severity::Warn) {
        errors.add("peringatan", t.send_tick);
    }
    for finding in findings.iter().filter(|f| f.severity == Severity::Reject) {
        if finding.pointer.as_str() == "disclaimer" {
            errors.add("disclaimer", lang.say(&finding.message));
        } else {
            errors.add("", lang.say(&finding.message));
        }
    }
    errors
}

#[derive(Template)]
#[template(path = "perekaman/terkirim.html")]
struct Sent {
    t: &'static RekamTexts,
    panel: Panel,
    facts: Facts,
    pace: Vec<String>,
    status: Button,
    another: Button,
}

components!(Sent);

/// `GET /dokumen/{aju}/terkirim`.
pub async fn sent(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let draft = open(&web, &visit, &aju).await?;
    if matches!(draft.stage, Stage::Recording | Stage::Correcting) {
        return Ok(see_other(&path(&draft, "isi")));
    }
    let pace = run(&web, app::publik::pace).await?;
    let (lang, t) = (visit.lang(), RekamTexts::of(visit.lang()));
    let facts = vec![
        Fact::text(t.sent_at, format::moment(draft.updated, lang)),
        Fact::indonesian(t.company, draft.perusahaan.0.clone()),
        Fact::text(t.stage, lang.say(&draft.stage.label())),
    ];
    let view = Sent {
        t,
        panel: Panel::new(t.sent_title).text(t.sent_text).number(draft.nomor_aju.to_grouped()),
        facts: Facts { facts },
        pace: medians(pace, lang),
        status: Button::primary(t.sent_status).href(path(&draft, "status")),
        another: Button::secondary(t.sent_another).href("/dokumen/tambah"),
    };
    let place = visit.place(&web);
    Ok(crate::shell::render(&place, t.sent_title, &view)?.into_response())
}

/// How long it took this week, as far as enough documents went that way.
fn medians(pace: app::publik::Pace, lang: Lang) -> Vec<String> {
    let t = RekamTexts::of(lang);
    [(pace.to_payment, t.pace_payment), (pace.to_channel, t.pace_channel), (pace.whole, t.pace_whole)]
        .into_iter()
        .filter_map(|(seconds, words)| Some(fill(words, &[("lama", &format::span(seconds?, lang))])))
        .collect()
}
