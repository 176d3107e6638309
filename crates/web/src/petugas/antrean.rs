//! The queue: most urgent first, filtered, and the next case at one key.

use app::desk::{self, Pick, Queue, QueueRow};
use app::{Role, UseCase};
use axum::extract::State;
use axum::response::Response;
use declaration::workflow::Jalur;
use jiff::Timestamp;

use super::messages::PetugasTexts;
use super::parts::{KeyButton, Tabel, anchor, deadline, grouped, lane, path, plain};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::perusahaan::sheet::{Sheet, Words};
use crate::problem::Problem;
use crate::state::Web;
use crate::ui::{Button, Buttons, Cell, Column, DaftarTabel, Form, Inset, Link, ListQuery, Piece, Row, Select};
use crate::visit::{Visit, run, see_other};

/// Address of the queue.
pub const PATH: &str = "/petugas/antrean";
/// Leads to the most urgent case.
pub const NEXT: &str = "/petugas/berikutnya";
/// Second confirmations.
pub const CONFIRM: &str = "/petugas/persetujuan";
/// Sharing out.
pub const SHARE: &str = "/petugas/pembagian";

/// `GET /petugas/antrean`.
pub async fn show(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let (lang, t, actor) = (visit.lang(), PetugasTexts::of(visit.lang()), visit.actor()?);
    let query = ListQuery::parse(visit.raw_query(), &["batas"], &["tugas", "jalur"]);
    let picked = pick(query.filter("tugas"));
    let role = actor.role;
    let who = actor.clone();
    let (queue, now) = run(&web, move |app| Ok((desk::queue(app, &who, picked)?, app.now()))).await?;
    let mut sheet = Sheet::new(t.queue).lead(t.queue_lead);
    if visit.query("kabar") == "habis" {
        sheet = sheet.with(Inset { text: t.none_left.into() });
    }
    sheet = sheet.with(actions(&queue, actor.may(UseCase::AssignWork).is_ok(), lang));
    if queue.more {
        sheet = sheet.with(Words::new(t.more));
    }
    let table = table(queue.rows, query, (role, now, visit.csrf()), lang);
    sheet.list(&web, &visit, table, "antrean")
}

/// Buttons and counts above the table.
pub fn actions(queue: &Queue, shares: bool, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let mut parts: Vec<Piece> = Vec::new();
    let mut buttons = Buttons::new();
    if queue.counts.semua > 0 {
        buttons = buttons.with(KeyButton::link(t.open_next, NEXT, "b", lang));
    }
    if shares {
        buttons = buttons.with(Button::secondary(t.share_link).href(SHARE));
    }
    parts.push(buttons.into());
    if queue.requests > 0 {
        let text = fill(t.to_confirm, &[("n", &queue.requests.to_string())]);
        parts.push(Words::new(text).into());
        parts.push(Button::secondary(t.confirmations).href(CONFIRM).into());
    }
    let n = |count: usize| count.to_string();
    let c = queue.counts;
    let counts = [("semua", &*n(c.semua)), ("milik", &*n(c.milik)), ("bebas", &*n(c.bebas)), ("lewat", &*n(c.lewat))];
    parts.push(Words::new(fill(t.counts, &counts)).into());
    Piece::join(&parts)
}

fn pick(word: &str) -> Pick {
    match word {
        "milik" => Pick::Milik,
        "bebas" => Pick::Bebas,
        "semua" => Pick::Semua,
        _ => Pick::Kerja,
    }
}

fn table(
    mut rows: Vec<QueueRow>,
    query: ListQuery,
    (role, now, csrf): (Role, Timestamp, &str),
    lang: Lang,
) -> DaftarTabel {
    let t = PetugasTexts::of(lang);
    let words = query.search.to_lowercase().replace(['-', ' '], "");
    let jalur = query.filter("jalur").to_owned();
    rows.retain(|row| {
        let number = row.daftar.as_ref().map(|(n, _)| n.as_str()).unwrap_or_default();
        let fields = [row.nomor_aju.as_str(), number, row.importir.as_str()];
        let fits = |text: &&str| text.to_lowercase().replace(['-', ' '], "").contains(&words);
        fields.iter().any(fits) && (jalur.is_empty() || row.jalur.map(word) == Some(jalur.as_str()))
    });
    let mut columns = vec![
        Column::new(t.column_document),
        // What decides stands next to the number: at 360 pixels two columns are seen.
        Column::new(t.column_due),
        Column::new(t.column_step),
        Column::new(t.column_taker),
        Column::new(t.lane),
        Column::new(t.column_importer),
        Column::new(t.column_age),
    ];
    let head = role == Role::Kepala;
    if head {
        columns.push(Column::new(t.column_function));
    }
    let mut tasks = Select::new("tugas", t.pick);
    for (value, text) in [("", t.pick_kerja), ("milik", t.pick_milik), ("bebas", t.pick_bebas), ("semua", t.pick_semua)]
    {
        tasks = tasks.option(value, text);
    }
    let mut lanes = Select::new("jalur", t.lane).option("", t.any);
    for (value, text) in [("merah", t.merah), ("hijau", t.hijau), ("kuning", t.kuning)] {
        lanes = lanes.option(value, text);
    }
    let (tasks, lanes) = (tasks.value(query.filter("tugas")), lanes.value(query.filter("jalur")));
    let rows = rows.iter().map(|one| row(one, (head, now, csrf), lang)).collect();
    DaftarTabel::new(lang, "antrean", PATH, t.queue, query)
        .columns(columns)
        .search(t.search)
        .filter(tasks)
        .filter(lanes)
        .all(rows)
        .empty(t.empty)
}

fn word(jalur: Jalur) -> &'static str {
    match jalur {
        Jalur::Hijau => "hijau",
        Jalur::Kuning => "kuning",
        Jalur::Merah => "merah",
    }
}

fn row(one: &QueueRow, (head, now, csrf): (bool, Timestamp, &str), lang: Lang) -> Row {
    let t = PetugasTexts::of(lang);
    let name = match &one.daftar {
        Some((nomor, _)) => format!("{nomor} · {}", grouped(&one.nomor_aju)),
        None => grouped(&one.nomor_aju),
    };
    let age = format::span(now.duration_since(one.since).as_secs(), lang);
    let mut cells = vec![
        Cell::Link(Link::new(path(&one.nomor_aju, ""), name.clone())),
        deadline(one.due, now, lang).map_or(Cell::Empty, Cell::Badge),
        Cell::Text(lang.say(&one.stage.label()).into()),
        match (&one.taker, one.mine) {
            (_, true) => Cell::Text(t.me.into()),
            (Some(name), false) => Cell::Text(name.clone().into()),
            (None, _) => Cell::Text(t.nobody.into()),
        },
        one.jalur.map_or(Cell::Empty, |jalur| Cell::Badge(lane(jalur, t))),
        Cell::Text(one.importir.clone().into()),
        Cell::Text(age.into()),
    ];
    if head {
        cells.push(Cell::Text(lang.say(&desk::function_label(&one.function)).into()));
    }
    let row = Row::new(one.id.clone(), name.clone(), cells);
    if one.taker.is_some() || head {
        return row;
    }
    let take = Button::link_like(t.take).about(name);
    row.action(Form::post(path(&one.nomor_aju, "ambil"), csrf).hidden("kembali", PATH).with(take))
}

/// Tasks that the main page of an officer shows.
const AT_HOME: usize = 8;

/// The head of the queue for an officer's main page.
pub fn home(queue: &Queue, now: Timestamp, shares: bool, lang: Lang) -> Piece {
    let t = PetugasTexts::of(lang);
    let columns = vec![
        (t.column_document.into(), false),
        (t.column_due.into(), false),
        (t.column_step.into(), false),
        (t.column_importer.into(), false),
    ];
    let mut table = Tabel::new(t.queue, columns);
    for one in queue.rows.iter().take(AT_HOME) {
        table.row(vec![
            anchor(path(&one.nomor_aju, ""), grouped(&one.nomor_aju)),
            deadline(one.due, now, lang).map_or_else(|| plain("–"), |badge| Piece::of(&badge)),
            plain(lang.say(&one.stage.label())),
            plain(one.importir.clone()),
        ]);
    }
    let list = if table.is_empty() { Words::new(t.empty).into() } else { table.into() };
    Piece::join(&[actions(queue, shares, lang), list, anchor(PATH, t.see_all)])
}

/// `GET /petugas/berikutnya`: the most urgent case of the reader's function.
pub async fn next(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    let after = Some(visit.query("sesudah")).filter(|aju| !aju.is_empty());
    let found = run(&web, move |app| desk::next(app, &actor, after.as_deref())).await?;
    Ok(match found {
        Some(aju) => see_other(&path(&aju, "")),
        None => see_other(&format!("{PATH}?kabar=habis")),
    })
}
