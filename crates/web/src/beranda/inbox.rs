//! Kotak notifikasi.

use app::dokumen::{self, NoticeRow};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use super::INBOX;
use super::messages::BerandaTexts;
use crate::dokumen::{grouped, path};
use crate::format;
use crate::lang::Lang;
use crate::messages::fill;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{Badge, Button, Form, Link, Piece, Select, Tone};
use crate::visit::{Visit, done, run, see_other};

struct Line {
    title: String,
    kind: Badge,
    aju: String,
    importer: String,
    at: (String, String),
    due: Option<String>,
    read: bool,
    open: Piece,
    letter: Option<Link>,
}

#[derive(Template)]
#[template(path = "beranda/pemberitahuan.html")]
struct InboxView {
    t: &'static BerandaTexts,
    kind: Select,
    state: Select,
    filtered: bool,
    lines: Vec<Line>,
    read_all: Option<Piece>,
    newest: Option<&'static str>,
    older: Option<String>,
}

/// `GET /pemberitahuan`.
pub async fn show(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), BerandaTexts::of(visit.lang()));
    let (actor, kind, state, below) =
        (visit.actor()?, visit.query("jenis"), visit.query("keadaan"), visit.query("sebelum"));
    let (wanted, fresh, cursor) = (kind.clone(), state == "baru", below.clone());
    let inbox = run(&web, move |app| dokumen::inbox(app, &actor, &wanted, fresh, &cursor)).await?;
    let older = inbox.next.as_ref().map(|next| {
        let members = [("jenis", kind.as_str()), ("keadaan", state.as_str()), ("sebelum", next.as_str())];
        let set = members.into_iter().filter(|(_, value)| !value.is_empty());
        format!("{INBOX}?{}", form_urlencoded::Serializer::new(String::new()).extend_pairs(set).finish())
    });
    let read_all = (inbox.unread > 0).then(|| {
        Form::post("/pemberitahuan/baca", visit.csrf()).with(Button::secondary(t.inbox_read_all).small()).into()
    });
    let view = InboxView {
        t,
        kind: Select::new("jenis", t.kind)
            .option("", t.all)
            .option("SURAT", t.kind_letter)
            .option("PERMINTAAN", t.kind_request)
            .option("BATAS", t.kind_deadline)
            .option("KABAR", t.kind_news)
            .value(&kind),
        state: Select::new("keadaan", t.state).option("", t.all).option("baru", t.inbox_unread).value(&state),
        filtered: !kind.is_empty() || !state.is_empty(),
        lines: inbox.rows.iter().map(|row| line(row, &visit, lang)).collect(),
        read_all,
        newest: (!below.is_empty()).then_some(INBOX),
        older,
    };
    Ok(shell::render(&visit.place(&web), t.inbox, &view)?.into_response())
}

fn line(row: &NoticeRow, visit: &Visit, lang: Lang) -> Line {
    let t = BerandaTexts::of(lang);
    let kind = match row.kind {
        "SURAT" => Badge::new(Tone::Info, t.kind_letter),
        "PERMINTAAN" => Badge::new(Tone::Warn, t.kind_request),
        "BATAS" => Badge::new(Tone::Bad, t.kind_deadline),
        _ => Badge::new(Tone::Neutral, t.kind_news),
    };
    let title = lang.say(&row.title);
    let open = Form::post(format!("{INBOX}/{}", row.id), visit.csrf())
        .with(Button::link_like(t.inbox_open).about(format!("{title}, {}", row.nomor_aju)));
    Line {
        kind,
        aju: grouped(&row.nomor_aju),
        importer: row.nama_importir.clone(),
        at: (format::minute(row.at, lang), format::machine(row.at)),
        due: row.due.map(|due| fill(t.inbox_due, &[("kapan", &format::due(due, lang))])),
        read: row.read,
        open: open.into(),
        letter: row.letter.as_ref().map(|id| Link::new(path(&row.nomor_aju, &format!("surat/{id}")), t.inbox_letter)),
        title,
    }
}

/// `POST /pemberitahuan/{id}`: read, and on to the document.
pub async fn open(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    let row = run(&web, move |app| dokumen::read(app, &actor, &id)).await?;
    Ok(see_other(&path(&row.nomor_aju, "status")))
}

/// `POST /pemberitahuan/baca`.
pub async fn read_all(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    run(&web, move |app| dokumen::read_all(app, &actor)).await?;
    Ok(done(INBOX, "tersimpan"))
}
