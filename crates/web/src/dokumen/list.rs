//! Dokumen Pabean: the list with its filters, saved views and files.

use app::company::kuasa;
use app::dokumen::{self, Filter, Group, Listed, Listing, Sort, View};
use app::{Actor, App, Error, UseCase};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use kernel::Date;

use super::messages::DokumenTexts;
use super::parts::{grouped, lane, moment, next, stage_badge};
use super::{PATH, path};
use crate::export::{Export, Format, MOST, Value};
use crate::format;
use crate::lang::Lang;
use crate::problem::Problem;
use crate::shell;
use crate::state::Web;
use crate::ui::{
    BulkAction, Button, Buttons, Cell, Column, DaftarTabel, Field, Form, Link, ListQuery, Piece, Row, Select,
    components,
};
use crate::visit::{Posted, Visit, attempt, done, local, run, see_other};

const SORTS: [&str; 4] = ["-berubah", "batas", "aju", "daftar"];
const FILTERS: [&str; 8] = ["keadaan", "giliran", "jalur", "kantor", "klien", "baru", "dari", "sampai"];
/// Rows of a file that are read at once.
const AT_ONCE: u32 = 500;

fn query(visit: &Visit) -> ListQuery {
    ListQuery::parse(visit.raw_query(), &SORTS, &FILTERS)
}

fn filter(query: &ListQuery) -> Filter {
    let some = |name: &str| Some(query.filter(name).to_owned()).filter(|value| !value.is_empty());
    let day = |name: &str| query.filter(name).parse::<Date>().ok();
    let size = u32::try_from(query.size).unwrap_or(10);
    Filter {
        words: query.search.clone(),
        group: Group::parse(query.filter("keadaan")),
        mine: query.filter("giliran") == "saya",
        lane: some("jalur").filter(|lane| ["H", "K", "M"].contains(&lane.as_str())),
        office: some("kantor"),
        client: some("klien"),
        news: query.filter("baru") == "ya",
        from: day("dari"),
        until: day("sampai"),
        sort: match query.sort {
            "batas" => Sort::Due,
            "aju" => Sort::Aju,
            "daftar" => Sort::Registered,
            _ => Sort::Changed,
        },
        down: query.descending,
        offset: u32::try_from(query.offset()).unwrap_or(u32::MAX),
        limit: size,
    }
}

#[derive(Template)]
#[template(path = "dokumen/daftar.html")]
struct ListView {
    t: &'static DokumenTexts,
    add: Option<Button>,
    views: Vec<(Link, Piece)>,
    save: Option<Piece>,
    table: DaftarTabel,
}

/// `GET /dokumen`, `?format=csv` or `xlsx`.
pub async fn show(State(web): State<Web>, visit: Visit) -> Result<Response, Problem> {
    let (lang, t) = (visit.lang(), DokumenTexts::of(visit.lang()));
    let query = query(&visit);
    let wanted = filter(&query);
    let (signed, actor) = (visit.signed()?, visit.actor()?);
    let session = signed.session.id.clone();
    if let Some(format) = Format::asked(&visit) {
        let file = run(&web, move |app| file(app, &actor, &session, wanted, lang)).await?;
        return file.answer(format, lang);
    }
    let look = move |app: &App| {
        let clients = kuasa::clients(app, &actor)?;
        Ok((dokumen::list(app, &actor, &session, &wanted)?, dokumen::views(app, &actor)?, clients))
    };
    let (listing, views, clients) = run(&web, look).await?;
    let actor = visit.actor()?;
    let clients: Vec<(String, String)> = clients.into_iter().map(|c| (c.company_id, c.nama)).collect();
    let here = query.at_page(1).href(PATH);
    let add =
        actor.may(UseCase::RecordDeclaration).is_ok().then(|| Button::primary(t.list_add).href("/dokumen/tambah"));
    let view = ListView {
        t,
        add,
        views: views.iter().map(|view| saved(view, &visit)).collect(),
        save: query.is_filtered().then(|| {
            Form::post("/dokumen/tampilan", visit.csrf())
                .hidden("kueri", here.split_once('?').map_or("", |(_, q)| q).to_owned())
                .with(Field::text("nama", t.view_name).max_length(40).width(20))
                .with(Buttons::new().with(Button::secondary(t.view_save).small()))
                .into()
        }),
        table: table(&visit, &actor, query, listing, &clients),
    };
    Ok(shell::render(&visit.place(&web).wide(), t.list_title, &view)?.into_response())
}

fn saved(view: &View, visit: &Visit) -> (Link, Piece) {
    let t = DokumenTexts::of(visit.lang());
    let delete = Button::link_like(t.view_delete).about(view.name.clone());
    let form = Form::post(format!("/dokumen/tampilan/{}/hapus", view.id), visit.csrf()).with(delete);
    (Link::new(format!("{PATH}?{}", view.query), view.name.clone()), form.into())
}

fn columns(lang: Lang) -> Vec<Column> {
    let t = DokumenTexts::of(lang);
    vec![
        // What decides stands first: a narrow screen shows only the beginning of a row.
        Column::sortable("aju", t.col_aju),
        Column::new(t.col_state),
        Column::sortable("batas", t.col_next),
        Column::new(t.col_company),
        Column::new(t.col_lane),
        Column::sortable("daftar", t.col_registered),
        Column::new(t.col_kind),
        Column::new(t.col_office),
        Column::sortable("berubah", t.col_changed),
    ]
}

fn table(
    visit: &Visit,
    actor: &Actor,
    query: ListQuery,
    listing: Listing,
    clients: &[(String, String)],
) -> DaftarTabel {
    let (lang, t) = (visit.lang(), DokumenTexts::of(visit.lang()));
    let Listing { rows, total, offices, .. } = listing;
    let mut state = Select::new("keadaan", t.col_state).option("", t.all);
    for group in Group::ALL {
        state = state.option(group.word(), lang.say(&group.label()));
    }
    let turn = Select::new("giliran", t.filter_turn).option("", t.all).option("saya", t.turn_mine);
    let channel = Select::new("jalur", t.col_lane)
        .option("", t.all)
        .option("H", t.lane_green)
        .option("K", t.lane_yellow)
        .option("M", t.lane_red);
    let mut office = Select::new("kantor", t.col_office).option("", t.all);
    for (code, name) in &offices {
        office = office.option(code.clone(), format!("{code} {name}"));
    }
    let news = Select::new("baru", t.filter_news).option("", t.all).option("ya", t.news_only);
    let day = |name: &'static str, label| Field::text(name, label).value(query.filter(name).to_owned()).max_length(10);
    let first = query.at_page(1).href(PATH);
    let mut table = DaftarTabel::new(lang, "dokumen", PATH, t.list_title, query.clone())
        .columns(columns(lang))
        .search(t.list_search)
        .fold()
        .filter(state.value(query.filter("keadaan")))
        .filter(turn.value(query.filter("giliran")))
        .filter(channel.value(query.filter("jalur")))
        .filter(office.value(query.filter("kantor")))
        .filter(news.value(query.filter("baru")))
        .filter(day("dari", t.filter_from))
        .filter(day("sampai", t.filter_until));
    if !clients.is_empty() && actor.acting_for.is_none() {
        let mut client = Select::new("klien", t.filter_client).option("", t.all);
        for (id, name) in clients {
            client = client.option(id.clone(), name.clone());
        }
        table = table.filter(client.value(query.filter("klien")));
    }
    for format in Format::ALL {
        table = table.export(Link::new(format.href(&first), format.label()));
    }
    let mut bulk = vec![BulkAction { value: "csv", text: t.bulk_csv.into() }];
    if actor.may(UseCase::DeleteDraft).is_ok() {
        bulk.push(BulkAction { value: "hapus", text: t.bulk_delete.into() });
    }
    let rows = rows.iter().map(|listed| row(listed, actor, lang)).collect();
    table.rows(rows, total).bulk("/dokumen/aksi", visit.csrf(), bulk).empty(t.list_empty)
}

fn cells(listed: &Listed, lang: Lang) -> Vec<Cell> {
    let t = DokumenTexts::of(lang);
    let registered = listed
        .pendaftaran
        .as_ref()
        .map_or(Cell::Empty, |(number, day)| Cell::Text(format!("{number}, {}", format::day(*day, lang)).into()));
    let mine = listed.turn.as_ref().is_some_and(|turn| turn.mine);
    vec![
        Cell::Link(Link::new(path(&listed.nomor_aju, "status"), grouped(&listed.nomor_aju))),
        Cell::Badge(stage_badge(listed.stage, mine, lang)),
        Cell::Text(next(listed.turn.as_ref(), lang).into()),
        Cell::Text(listed.nama_importir.clone().into()),
        lane(listed.jalur.as_deref(), lang).map_or(Cell::Empty, Cell::Badge),
        registered,
        Cell::Text(t.kind_import.into()),
        Cell::Text(format!("{} {}", listed.kantor.0, listed.kantor.1).into()),
        moment(listed.updated, lang),
    ]
}

#[derive(Template)]
#[template(
    source = "<details class=\"aksi\"><summary>{{ word }}<span class=\"tersembunyi\"> {{ about }}</span></summary><ul>{% for item in items %}<li>{{ item }}</li>{% endfor %}</ul></details>",
    ext = "html"
)]
struct Menu {
    word: &'static str,
    about: String,
    items: Vec<Piece>,
}

components!(Menu);

fn row(listed: &Listed, actor: &Actor, lang: Lang) -> Row {
    let (t, aju) = (DokumenTexts::of(lang), &listed.nomor_aju);
    let about = grouped(aju);
    let link = |words: &'static str, href: String| Piece::from(Button::link_like(words).href(href));
    let act = |words: &'static str, action: String| {
        Piece::from(Button::link_like(words).form("dokumen-massal").action(action))
    };
    let may = |case: UseCase| actor.may(case).is_ok();
    let group = Group::of(listed.stage);
    let editable = matches!(group, Group::Draf | Group::Perbaiki);
    let mut items = vec![
        link(t.do_status, path(aju, "status")),
        link(t.do_open, format!("{PATH}/{aju}")),
        link(t.do_print, path(aju, "cetak")),
    ];
    if editable && may(UseCase::RecordDeclaration) {
        items.push(link(t.do_edit, path(aju, "isi")));
    }
    if editable && may(UseCase::SubmitDeclaration) {
        items.push(link(t.do_send, path(aju, "kirim")));
    }
    if may(UseCase::RecordDeclaration) {
        items.push(act(t.do_copy, path(aju, "salin")));
    }
    if group == Group::Draf && may(UseCase::DeleteDraft) {
        items.push(act(t.do_delete, path(aju, "hapus")));
    }
    if listed.registered && may(UseCase::ActOnDeclaration) {
        items.push(link(t.do_amend, path(aju, "perbaikan")));
    }
    if !matches!(group, Group::Draf | Group::Selesai | Group::Batal) && may(UseCase::ActOnDeclaration) {
        items.push(link(t.do_cancel, path(aju, "batal")));
    }
    Row::new(aju.clone(), about.clone(), cells(listed, lang)).action(Menu { word: t.row_menu, about, items })
}

/// The whole filtered list as a file.
fn file(app: &App, actor: &Actor, session: &str, mut wanted: Filter, lang: Lang) -> Result<Export, Error> {
    let mut rows = Vec::new();
    wanted.limit = AT_ONCE;
    wanted.offset = 0;
    loop {
        let page = dokumen::list(app, actor, session, &wanted)?;
        rows.extend(page.rows.iter().map(|listed| values(listed, lang)));
        wanted.offset += AT_ONCE;
        if page.rows.len() < AT_ONCE as usize || rows.len() >= MOST {
            rows.truncate(MOST);
            return Ok(Export { name: "dokumen-pabean", columns: headings(lang), rows });
        }
    }
}

/// The headings of a file.
pub(super) fn headings(lang: Lang) -> Vec<String> {
    let t = DokumenTexts::of(lang);
    [
        t.col_aju,
        t.col_kind,
        t.col_registered,
        t.col_company,
        t.col_office,
        t.col_lane,
        t.col_state,
        t.col_changed,
        t.col_next,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// One row of a file.
pub(super) fn values(listed: &Listed, lang: Lang) -> Vec<Value> {
    let t = DokumenTexts::of(lang);
    let registered = listed.pendaftaran.as_ref();
    let channel = lane(listed.jalur.as_deref(), lang).map(|badge| badge.text.into_owned()).unwrap_or_default();
    [
        listed.nomor_aju.clone(),
        t.kind_import.to_owned(),
        registered.map(|(number, day)| format!("{number} {day}")).unwrap_or_default(),
        listed.nama_importir.clone(),
        listed.kantor.0.clone(),
        channel,
        lang.say(&listed.stage.label()),
        format::minute(listed.updated, lang),
        next(listed.turn.as_ref(), lang),
    ]
    .map(Value::Text)
    .to_vec()
}

/// `POST /dokumen/tampilan`.
pub async fn save_view(State(web): State<Web>, visit: Visit, posted: Posted) -> Result<Response, Problem> {
    let (actor, name, query) = (visit.actor()?, posted.text("nama"), posted.text("kueri"));
    let back = local(&format!("{PATH}?{query}"));
    match attempt(&web, move |app| dokumen::save_view(app, &actor, &name, &query)).await? {
        Ok(()) => Ok(done(&back, "tersimpan")),
        Err(_) => Ok(see_other(&back)),
    }
}

/// `POST /dokumen/tampilan/{id}/hapus`.
pub async fn delete_view(State(web): State<Web>, visit: Visit, Path(id): Path<String>) -> Result<Response, Problem> {
    let actor = visit.actor()?;
    run(&web, move |app| dokumen::delete_view(app, &actor, &id)).await?;
    Ok(done(PATH, "tersimpan"))
}
