//! `GET /komponen`, demo only: every component as it looks, for those who write pages. `?keadaan=salah` shows errors,
//! `?keadaan=kosong` empty lists.

mod lists;
mod messages;
mod parts;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Html;

use crate::lang::Lang;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::shell::{self, Client, Place, Who};
use crate::state::Web;
use crate::ui::{Button, FormErrors, Link, ListQuery, NotificationBanner, Piece};
use messages::SampleTexts;

/// Which samples are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As usual.
    Usual,
    /// With errors at every field, and a broker acting for a client in the frame.
    Wrong,
    /// Nothing in the lists.
    Empty,
}

impl Look {
    fn of(query: &str) -> Self {
        match query.split('&').find_map(|member| member.strip_prefix("keadaan=")) {
            Some("salah") => Self::Wrong,
            Some("kosong") => Self::Empty,
            _ => Self::Usual,
        }
    }
}

/// `GET /komponen`.
pub async fn index(State(web): State<Web>, reader: Reader, RawQuery(query): RawQuery) -> Result<Html<String>, Problem> {
    if !web.app().settings().demo {
        return Err(Problem::NotFound);
    }
    let query = query.unwrap_or_default();
    let look = Look::of(&query);
    page(Place::of(&web, &reader), look, &query)
}

/// The page, also for samples.
pub fn page(place: Place, look: Look, query: &str) -> Result<Html<String>, Problem> {
    let lang = place.lang();
    let t = SampleTexts::of(lang);
    let errors = errors(lang, t, look);
    let mut place = place.errors(&errors).back("/");
    place.htmx = true;
    if look == Look::Empty {
        place = place.wide();
    } else {
        place = place.who(who(lang, t, look == Look::Wrong), "contoh-token");
    }
    let more = Button::link_like(t.profile).href("/komponen");
    place = place.flash((look == Look::Usual).then(|| NotificationBanner::success(lang, t.saved).with(more)));
    let query = ListQuery::parse(query, &["-waktu", "nama", "nilai"], &["jenis"]);
    let view = View { t, blocks: blocks(lang, look, &errors, query) };
    shell::render(&place, t.title, &view)
}

/// A component under its name.
struct Block {
    name: &'static str,
    body: Piece,
}

#[derive(Template)]
#[template(path = "komponen/index.html")]
struct View {
    t: &'static SampleTexts,
    blocks: Vec<Block>,
}

fn blocks(lang: Lang, look: Look, errors: &FormErrors, query: ListQuery) -> Vec<Block> {
    let t = SampleTexts::of(lang);
    let mut blocks = parts::asides(lang, t);
    blocks.extend(parts::fields(lang, t, look, errors));
    blocks.extend(parts::choices(t, look, errors));
    blocks.extend(parts::buttons(lang, t));
    blocks.extend(lists::whereabouts(lang, t));
    blocks.extend(lists::records(lang, t, look, query));
    blocks.push(lists::request(lang, t, errors));
    blocks
}

fn errors(lang: Lang, t: &'static SampleTexts, look: Look) -> FormErrors {
    let mut errors = FormErrors::new(lang);
    if look == Look::Wrong {
        let fields = [
            ("nama", t.name_error),
            ("surel", t.mail_error),
            ("npwp", t.npwp_error),
            ("sandi", t.password_error),
            ("alasan", t.reason_error),
            ("lahir", t.date_error),
            ("surat", t.file_error),
            ("peran", t.role_error),
            ("jenis-pengguna", t.kind_error),
            ("hak", t.rights_error),
            ("lampiran-1-berkas", t.file_error),
            ("pernyataan", t.agree_error),
            ("", t.form_error),
        ];
        for (field, text) in fields {
            errors.add(field, text);
        }
    }
    errors
}

fn who(lang: Lang, t: &'static SampleTexts, broker: bool) -> Who {
    let client = |id: &str, name: &str, npwp: &str| Client { id: id.into(), name: name.into(), npwp: npwp.into() };
    let clients = vec![
        client("k1", "PT Contoh Sejahtera Abadi", "01.234.567.8-901.000"),
        client("k2", "PT Rekaan Nusantara Makmur Sentosa Internasional", "02.345.678.9-012.000"),
    ];
    Who {
        name: "Sri Contoh Rahayu".into(),
        role: t.role_sender.into(),
        company: Some("PT Jasa Kepabeanan Contoh".into()),
        npwp: Some("03.456.789.0-123.000".into()),
        acting_for: if broker { clients.get(1).cloned() } else { None },
        clients: if broker { clients } else { Vec::new() },
        menus: vec![
            Link::new("/", lang.texts().nav_home),
            Link::new("/komponen", t.title),
            Link::new("/verifikasi", lang.texts().nav_verify),
            Link::new("/status-layanan", lang.texts().nav_status),
        ],
        unread: Some(3),
        account: vec![Link::new("/komponen?menu=profil", t.profile), Link::new("/komponen?menu=sesi", t.sessions)],
        session_seconds: Some(1_800),
    }
}
