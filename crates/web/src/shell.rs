//! The frame of every page: header, navigation, language, footer.

use askama::Template;
use axum::response::Html;

use crate::asset::{MARK, STYLE};
use crate::lang::Lang;
use crate::messages::Messages;
use crate::problem::Problem;
use crate::state::Web;

/// Which entry of the navigation a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Start page.
    Home,
    /// Verification of letters.
    Verify,
    /// The demo's mail.
    Outbox,
    /// How the service is doing.
    Status,
    /// No entry.
    None,
}

/// Where a page stands: what the frame needs apart from the page itself.
#[derive(Debug, Clone)]
pub struct Place {
    /// Language.
    pub lang: Lang,
    /// Name of the installation.
    pub installation: String,
    /// Whether this is a demo.
    pub demo: bool,
    /// Path of the page, for the language link.
    pub path: String,
    /// Entry of the navigation.
    pub tab: Tab,
}

impl Place {
    /// The place of a page of this installation.
    pub fn of(web: &Web, lang: Lang, path: &str, tab: Tab) -> Self {
        let settings = web.app().settings();
        Self { lang, installation: settings.name.clone(), demo: settings.demo, path: path.to_owned(), tab }
    }
}

struct Entry {
    href: &'static str,
    text: &'static str,
    current: bool,
}

#[derive(Template)]
#[template(path = "ui/shell.html")]
struct Shell<'a, B: Template> {
    place: &'a Place,
    t: &'static Messages,
    title: &'a str,
    style: String,
    mark: String,
    entries: Vec<Entry>,
    version: &'static str,
    body: &'a B,
}

/// The whole page.
pub fn render<B: Template>(place: &Place, title: &str, body: &B) -> Result<Html<String>, Problem> {
    let shell = Shell {
        place,
        t: place.lang.texts(),
        title,
        style: STYLE.href(),
        mark: MARK.href(),
        entries: entries(place),
        version: env!("CARGO_PKG_VERSION"),
        body,
    };
    shell.render().map(Html).map_err(|e| Problem::fault(&e))
}

fn entries(place: &Place) -> Vec<Entry> {
    let t = place.lang.texts();
    let mut entries = vec![(Tab::Home, "/", t.nav_home), (Tab::Verify, "/verifikasi", t.nav_verify)];
    if place.demo {
        entries.push((Tab::Outbox, "/kotak-keluar", t.nav_outbox));
    }
    entries.push((Tab::Status, "/status-layanan", t.nav_status));
    entries.into_iter().map(|(tab, href, text)| Entry { href, text, current: tab == place.tab }).collect()
}
