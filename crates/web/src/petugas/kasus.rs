//! One case on one page: what it waits for, what can be done, and everything that helps to decide.

use app::desk::{self, Case, Isian, Possible, TaskRow, Tindakan};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use declaration::workflow::Fact;
use jiff::Timestamp;

use super::bingkai::registered;
pub use super::bingkai::{Page, answer, frame, load};
use super::messages::PetugasTexts;
use super::parts::{
    KeyButton, Lines, Tabel, anchor, deadline, figure, grouped, key_of, lane, named, path, plain, told,
};
use super::temuan;
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Section as Card, Words};
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{
    Badge, Button, Buttons, Fact as Pair, Facts, Form, Inset, Piece, Select, Timeline, TimelineEvent, Tone,
};
use crate::visit::{Posted, Visit, attempt, npwp, run, see_other};

/// `GET /petugas/dokumen/{aju}`.
pub async fn show(State(web): State<Web>, visit: Visit, Path(aju): Path<String>) -> Result<Response, Problem> {
    let (case, now) = load(&web, &visit, &aju).await?;
    let actor = visit.actor()?;
    let mine = actor.account_id.clone();
    let own = case.tasks.iter().any(|task| task.own && task.taker.as_ref().is_some_and(|(id, _)| *id == mine));
    let colleagues = if own {
        let who = actor.clone();
        run(&web, move |app| desk::colleagues(app, &who, Some(who.role))).await?
    } else {
        Vec::new()
    };
    let (lang, t) = (visit.lang(), PetugasTexts::of(visit.lang()));
    let mut parts = vec![now_card(&case, now, lang), acts_card(&case, lang)];
    let others: Vec<_> = colleagues.into_iter().filter(|c| c.active && c.id != mine).collect();
    parts.push(tasks_card(&case, (now, &mine, &others, visit.csrf()), lang));
    parts.extend(report_card(&case, lang));
    parts.push(letters_card(&case, lang));
    parts.push(files_card(&case, lang));
    parts.push(past_card(&case, lang));
    let aside =
        [facts_card(&case, lang), lane_card(&case, lang), manifest_card(&case, lang), timeline_card(&case, lang)];
    let title = fill(t.case_of, &[("aju", &grouped(&case.row.nomor_aju))]);
    let page = Page { here: "", title, body: Piece::join(&parts), aside: Some(Piece::join(&aside)) };
    answer(&web, &visit, &frame(&visit, &case, page))
}

fn now_card(case: &Case, now: Timestamp, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let mut parts: Vec<Piece> = Vec::new();
    if let Some(hold) = &case.state.nhi {
        let pairs = [("kapan", &*format::minute(hold.sejak, lang)), ("alasan", &*hold.alasan)];
        parts.push(Inset { text: fill(t.held_text, &pairs).into() }.into());
    }
    if let Some(wait) = &case.waiting {
        parts.push(Words::new(lang.say(&wait.reason)).into());
        let who = fill(t.owner, &[("siapa", &lang.say(&wait.owner.label()))]);
        parts.push(Words::new(who).into());
        let pairs = [("kapan", &*format::minute(wait.deadline, lang)), ("akibat", &*lang.say(&wait.consequence))];
        parts.push(Words::new(fill(t.until, &pairs)).into());
        parts.extend(deadline(Some(wait.deadline), now, lang).map(|badge| Piece::of(&badge)));
    }
    if let Some(request) = &case.request {
        let act = request.act.map(|act| lang.say(&act.label())).unwrap_or_default();
        let text = fill(t.waits_second, &[("nama", &act), ("alasan", &request.note)]);
        parts.push(Inset { text: text.into() }.into());
        if request.may_decide {
            parts.push(Button::secondary(t.confirmations).href(super::antrean::CONFIRM).into());
        }
    }
    Card::new("kini", t.now, &parts).into()
}

fn acts_card(case: &Case, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let (open, closed): (Vec<&Possible>, Vec<&Possible>) = case.acts.iter().partition(|act| act.refusal.is_none());
    if open.is_empty() && closed.is_empty() {
        return Card::new("tindakan", t.acts, &[Words::new(t.acts_none).into()]).into();
    }
    let yes = Isian { setuju: Some(true), ..Isian::default() };
    let second = |one: &&Possible| one.act.needs_second(&yes, &case.state);
    // A release against the inspector's report is never what lies nearest.
    let main = open.iter().find(|one| one.act != Tindakan::Lepas || !second(one)).map(|one| one.act);
    let mut buttons = Buttons::new();
    for one in &open {
        let button = KeyButton::link(lang.say(&one.act.label()), href(case, one.act), key_of(one.act), lang);
        buttons = buttons.with(if main == Some(one.act) { button } else { button.second() });
    }
    let mut parts: Vec<Piece> = Vec::new();
    let releases = open.iter().any(|one| one.act == Tindakan::Lepas);
    parts.extend(releases.then(|| unsettled(case, lang)).flatten());
    parts.push(buttons.into());
    let needs = |one: &&Possible| plain(fill(t.needs_second, &[("nama", &lang.say(&one.act.label()))]));
    let needs: Vec<Piece> = open.iter().filter(|one| second(one)).map(needs).collect();
    if !needs.is_empty() {
        parts.push(Lines { lines: needs }.into());
    }
    let refused = |one: &&Possible| {
        let why = one.refusal.as_ref().map(|text| lang.say(text)).unwrap_or_default();
        plain(fill(t.act_refused, &[("nama", &lang.say(&one.act.label())), ("alasan", &why)]))
    };
    if !closed.is_empty() {
        parts.push(Lines { lines: closed.iter().map(refused).collect() }.into());
    }
    Card::new("tindakan", t.acts, &parts).into()
}

/// What differs and is not determined yet.
pub fn unsettled(case: &Case, lang: Lang) -> Option<Piece> {
    let found = case.beda.as_ref().filter(|_| case.state.sptnp.is_none())?;
    temuan::still_open(found, lang).map(|text| Inset { text: text.into() }.into())
}

/// Where an act is done.
fn href(case: &Case, act: Tindakan) -> String {
    let aju = &case.row.nomor_aju;
    match act {
        Tindakan::Periksa => path(aju, "periksa"),
        Tindakan::Penetapan => path(aju, "penetapan"),
        other => path(aju, &format!("tindakan/{}", other.word())),
    }
}

fn tasks_card(
    case: &Case,
    (now, mine, others, csrf): (Timestamp, &str, &[desk::Colleague], &str),
    lang: Lang,
) -> Piece {
    let t = PetugasTexts::of(lang);
    let mut table = Tabel::new(
        t.tasks,
        vec![
            (t.column_function.into(), false),
            (t.column_age.into(), false),
            (t.column_due.into(), false),
            (t.column_taker.into(), false),
        ],
    );
    let mut parts: Vec<Piece> = Vec::new();
    for task in &case.tasks {
        let taker = task.taker.as_ref().map_or(t.nobody.to_owned(), |(_, name)| name.clone());
        table.row(vec![
            plain(lang.say(&task.function)),
            plain(format::span(now.duration_since(task.since).as_secs(), lang)),
            deadline(task.due, now, lang).map_or_else(|| plain("–"), |badge| Piece::of(&badge)),
            plain(taker),
        ]);
        parts.extend(own_task(case, task, (mine, others, csrf), lang));
    }
    if table.is_empty() {
        return Piece::default();
    }
    parts.insert(0, table.into());
    Card::new("tugas", t.tasks, &parts).into()
}

/// Taking, putting back, handing over.
fn own_task(
    case: &Case,
    task: &TaskRow,
    (mine, others, csrf): (&str, &[desk::Colleague], &str),
    lang: Lang,
) -> Option<Piece> {
    let t = PetugasTexts::of(lang);
    if !task.own {
        return None;
    }
    let aju = &case.row.nomor_aju;
    let held = match &task.taker {
        None => {
            let form = Form::post(path(aju, "ambil"), csrf).with(Button::secondary(t.take_named));
            return Some(form.into());
        }
        Some((id, _)) => id == mine,
    };
    if !held {
        return None;
    }
    let back = Form::post(path(aju, "ambil"), csrf).hidden("balik", "ya").with(Button::link_like(t.give_back));
    if others.is_empty() {
        return Some(back.into());
    }
    let mut to = Select::new("kepada", t.hand_over).option("", t.choose);
    for one in others {
        to = to.option(one.id.clone(), fill(t.holds, &[("nama", &one.nama), ("n", &one.tasks.to_string())]));
    }
    let form = Form::post(path(aju, "serahkan"), csrf).with(to).with(Button::secondary(t.hand_over_do));
    Some(Piece::join(&[form.into(), back.into()]))
}

fn report_card(case: &Case, lang: Lang) -> Option<Piece> {
    let t = PetugasTexts::of(lang);
    let agrees = case.state.pemeriksaan.sesuai?;
    let badge = if agrees { Badge::new(Tone::Good, t.report_ok) } else { Badge::new(Tone::Bad, t.report_bad) };
    let mut parts: Vec<Piece> = vec![Piece::of(&badge)];
    let said = case.events.iter().rev().find_map(|event| match &event.fact {
        Fact::LhpRecorded { uraian, .. } => Some(uraian.clone()),
        _ => None,
    });
    parts.extend(said.map(|text| Words::new(text).into()));
    parts.extend(case.beda.as_ref().map(|found| temuan::result(found, lang)));
    parts.push(anchor(path(&case.row.nomor_aju, "periksa"), t.page_inspection));
    Some(Card::new("lhp", t.report, &parts).into())
}

fn letters_card(case: &Case, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let line = |letter: &desk::LetterRow| {
        let number = letter.nomor.clone().unwrap_or_default();
        let mut text = format!("{} {number} · {}", letter.nama, format::minute(letter.at, lang));
        if letter.replaced {
            text = format!("{text} ({})", t.replaced);
        }
        anchor(path(&case.row.nomor_aju, &format!("surat/{}", letter.id)), text)
    };
    let lines: Vec<Piece> = case.letters.iter().map(line).collect();
    let body = if lines.is_empty() { Words::new(t.letters_none).into() } else { Lines { lines }.into() };
    Card::new("surat", t.letters, &[body]).into()
}

fn files_card(case: &Case, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let line = |file: &app::lampiran::FileRow| {
        let note = if file.note.is_empty() { String::new() } else { format!(" – {}", file.note) };
        let text = format!("{}{note} · {} · {}", file.name, file.by, format::minute(file.created, lang));
        anchor(crate::lampiran::path(&case.row.nomor_aju, &file.id), text)
    };
    let lines: Vec<Piece> = case.files.iter().map(line).collect();
    let body = if lines.is_empty() { Words::new(t.files_none).into() } else { Lines { lines }.into() };
    Card::new("lampiran", t.files, &[body]).into()
}

fn past_card(case: &Case, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let mut table = Tabel::new(
        t.past,
        vec![
            (t.column_document.into(), false),
            (t.lane.into(), false),
            (t.column_step.into(), false),
            (t.state.into(), false),
        ],
    );
    for one in &case.past.rows {
        let name = match &one.daftar {
            Some((nomor, Some(day))) => format!("{nomor} · {}", format::day(*day, lang)),
            Some((nomor, None)) => nomor.clone(),
            None => grouped(&one.nomor_aju),
        };
        let mut marks: Vec<Piece> = Vec::new();
        if one.sptnp {
            marks.push(Piece::of(&Badge::new(Tone::Warn, t.past_sptnp)));
        }
        if one.tidak_sesuai {
            marks.push(Piece::of(&Badge::new(Tone::Bad, t.past_differs)));
        }
        table.row(vec![
            anchor(path(&one.nomor_aju, ""), name),
            one.jalur.map_or_else(|| plain("–"), |jalur| Piece::of(&lane(jalur, t))),
            plain(lang.say(&one.stage.label())),
            if marks.is_empty() { plain("–") } else { Piece::join(&marks) },
        ]);
    }
    let body = if table.is_empty() { Words::new(t.past_none).into() } else { table.into() };
    Card::new("lalu", t.past, &[body]).into()
}

fn facts_card(case: &Case, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let mut facts = vec![
        Pair::indonesian(t.importer, case.perusahaan.0.clone()),
        Pair::code(t.npwp, npwp(&case.perusahaan.1)),
        Pair::text(t.registered, registered(case, lang)),
        Pair::text(t.goods_count, case.doc.barang.len().to_string()),
    ];
    let broker = case.doc.entitas.iter().find(|e| e.kode_entitas.good().is_some_and(|k| k.as_str() == "4"));
    if let Some(name) = broker.and_then(|e| e.nama_entitas.good()) {
        facts.insert(2, Pair::indonesian(t.broker, name.to_string()));
    }
    if let Some(value) = case.assessment.valuation.customs_value {
        let whole = i64::try_from(value.trunc().mantissa()).unwrap_or_default();
        facts.push(Pair::text(t.value, kernel::Rupiah(whole).to_letter()));
    }
    facts.push(Pair::text(t.billed, case.assessment.dibayar.to_letter()));
    if let Some(name) = &case.inspector {
        facts.push(Pair::text(t.inspector, name.clone()));
    }
    if let Some(stored) = &case.state.timbun {
        facts.push(Pair::text(t.goods_stored, format::minute(stored.sejak, lang)));
    }
    if let Some(p) = &case.state.pendaftaran {
        facts.push(Pair::text(t.must_decide, format::date(p.batas_penetapan, lang)));
    }
    Card::new("dokumen", t.facts, &[Facts { facts }.into()]).into()
}

fn lane_card(case: &Case, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let drawn = case.events.iter().rev().find_map(|event| match &event.fact {
        Fact::ChannelDrawn { keputusan } => Some(keputusan),
        _ => None,
    });
    let Some(drawn) = drawn else {
        return Card::new("jalur", t.lane_title, &[Words::new(t.lane_none).into()]).into();
    };
    let mut parts: Vec<Piece> = vec![
        Piece::of(&lane(drawn.jalur, t)),
        Words::new(fill(t.lane_score, &[("skor", &drawn.skor.to_string())])).into(),
    ];
    if drawn.alasan.is_empty() {
        parts.push(Words::new(t.lane_no_reason).into());
    } else {
        let line = |reason: &declaration::workflow::channel::ChannelReason| {
            plain(format!("{} ({}, {:+})", lang.say(&reason.uraian), reason.kode, reason.bobot))
        };
        parts.push(Lines { lines: drawn.alasan.iter().map(line).collect() }.into());
    }
    Card::new("jalur", t.lane_title, &parts).into()
}

fn manifest_card(case: &Case, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let mut parts: Vec<Piece> = Vec::new();
    match &case.manifest {
        None => parts.push(Words::new(t.manifest_none).into()),
        Some(found) => {
            let bc11 = [("nomor", found.bc11.0.as_str()), ("tanggal", &format::date(found.bc11.1, lang))];
            let paper = [("nomor", found.dokumen.0.as_str()), ("tanggal", &format::date(found.dokumen.1, lang))];
            let facts = vec![
                Pair::text(t.bc11, fill(t.of_date, &bc11)),
                Pair::code(t.position, found.pos.clone()),
                Pair::text(t.state, position_state(&found.status, lang)),
                Pair::text(t.paper, fill(t.of_date, &paper)),
                Pair::indonesian(t.consignee, found.penerima.clone()),
                Pair::code(t.containers, found.kontainer.join(", ")),
                Pair::text(t.packages, found.kemasan.clone()),
                Pair::text(t.weight, figure(found.bruto, lang)),
                Pair::text(t.likeness, format!("{} %", case.state.kemiripan)),
            ];
            parts.push(Facts { facts }.into());
        }
    }
    for one in &case.state.selisih {
        parts.push(Words::new(fill(t.mismatch, &[("apa", &lang.say(&one.uraian))])).into());
    }
    Card::new("manifes", t.manifest, &parts).into()
}

/// The state of a manifest position in words.
fn position_state(status: &str, lang: Lang) -> String {
    let t = PetugasTexts::of(lang);
    match status {
        "OPEN" => t.position_open.to_owned(),
        "MATCHED" => t.position_matched.to_owned(),
        "CLOSED" => t.position_closed.to_owned(),
        other => other.to_owned(),
    }
}

fn timeline_card(case: &Case, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let event = |event: &desk::EventRow| TimelineEvent {
        title: named(event, lang).into(),
        at: (format::minute(event.at, lang), format::machine(event.at)),
        actor: event.who.clone().into(),
        text: told(event, lang).map(Into::into),
        links: Vec::new(),
    };
    let events = case.events.iter().rev().map(event).collect();
    Card::new("riwayat", t.timeline, &[Timeline { events }.into()]).into()
}

/// `POST /petugas/dokumen/{aju}/ambil`.
pub async fn take(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (actor, number, back) = (visit.actor()?, aju.clone(), posted.get("balik") == "ya");
    let outcome = attempt(&web, move |app| desk::take(app, &actor, &number, back)).await?;
    let to = if posted.get("kembali").is_empty() { path(&aju, "") } else { posted.text("kembali") };
    after(&web, &visit, &aju, outcome.map(|()| to)).await
}

/// `POST /petugas/dokumen/{aju}/serahkan`.
pub async fn hand(
    State(web): State<Web>,
    visit: Visit,
    Path(aju): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (actor, number, to) = (visit.actor()?, aju.clone(), posted.text("kepada"));
    let outcome = attempt(&web, move |app| desk::hand_over(app, &actor, &number, &to)).await?;
    after(&web, &visit, &aju, outcome.map(|()| path(&aju, ""))).await
}

/// Goes on, or says on a page of the case why not.
async fn after(web: &Web, visit: &Visit, aju: &str, outcome: Result<String, app::Error>) -> Result<Response, Problem> {
    match outcome {
        Ok(to) => Ok(see_other(&to)),
        Err(error) => refused(web, visit, aju, &error).await,
    }
}

/// A page of the case that says why something was not done.
pub async fn refused(web: &Web, visit: &Visit, aju: &str, error: &app::Error) -> Result<Response, Problem> {
    let (case, _) = load(web, visit, aju).await?;
    let (lang, t) = (visit.lang(), PetugasTexts::of(visit.lang()));
    let errors = crate::visit::errors_of(error, lang);
    let title = fill(t.case_of, &[("aju", &grouped(&case.row.nomor_aju))]);
    let back = Button::secondary(t.page_summary).href(path(aju, ""));
    let page = Page { here: "-", title, body: Buttons::new().with(back).into(), aside: None };
    let frame = frame(visit, &case, page);
    let place = visit.place(web).wide().errors(&errors);
    Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, shell::render(&place, frame.title(), &frame)?).into_response())
}
