//! The frame of every page: header, navigation, who acts for whom, notices, errors, footer.

use askama::Template;
use axum::response::Html;

use crate::asset::{HTMX_JS, LISENSI_TXT, PABEAN_CSS, PABEAN_JS, TANDA_SVG};
use crate::lang::Lang;
use crate::messages::fill;
use crate::messages_ui::UiMessages;
use crate::problem::Problem;
use crate::reader::{DENSITY, Reader, THEME};
use crate::routes;
use crate::state::Web;
use crate::ui::{ErrorSummary, FormErrors, Hidden, Link, NotificationBanner, Piece, Select, Text};

/// Where a choice of the client is posted: `klien` (its id, empty for the own company), `kembali` (path).
pub const SWITCH_CLIENT: &str = "/akun/bertindak-untuk";
/// Where logging out is posted.
pub const LOGOUT: &str = "/keluar";
/// The login page.
pub const LOGIN: &str = "/masuk";
/// Where the session is kept alive by a post.
pub const STAY: &str = "/akun/sesi/tetap";

/// A company that somebody acts for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// What the switcher posts.
    pub id: String,
    /// Name.
    pub name: String,
    /// NPWP as people read it.
    pub npwp: String,
}

/// Who is logged in, as far as the frame shows it.
#[derive(Debug, Clone, Default)]
pub struct Who {
    /// Name of the person.
    pub name: String,
    /// Role in words.
    pub role: String,
    /// Company or office.
    pub company: Option<String>,
    /// The company's NPWP.
    pub npwp: Option<String>,
    /// The client one acts for now, for brokers.
    pub acting_for: Option<Client>,
    /// Clients to choose from; no switcher when empty.
    pub clients: Vec<Client>,
    /// Service navigation: documents, payments and so on. The entry of the page is found by its path.
    pub menus: Vec<Link>,
    /// Notices that are not read; none for whoever has no inbox.
    pub unread: Option<usize>,
    /// Entries of the account menu: profile, sessions. Logging out is added.
    pub account: Vec<Link>,
    /// Seconds until the session ends when nothing is done; none when it should not be said.
    pub session_seconds: Option<u32>,
}

/// Where a page stands: what the frame needs apart from the page itself. Made by [`Place::of`], then filled by the page.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// Language, colours, path.
    pub reader: Reader,
    /// Name of the installation.
    pub installation: String,
    /// Whether this is a demo.
    pub demo: bool,
    /// Who is logged in.
    pub who: Option<Who>,
    /// Token that every form of the page posts as `csrf`; empty without a session.
    pub csrf: String,
    /// What just happened, said once.
    pub flash: Option<NotificationBanner>,
    /// Where «Kembali» leads.
    pub back: Option<Text>,
    /// What is wrong with the form; also puts «Kesalahan:» before the title.
    pub errors: Option<ErrorSummary>,
    /// Wide: for tables of mass work.
    pub wide: bool,
    /// The page uses htmx.
    pub htmx: bool,
}

impl Place {
    /// The place of a page of this installation.
    pub fn of(web: &Web, reader: &Reader) -> Self {
        let settings = web.app().settings();
        Self { reader: reader.clone(), installation: settings.name.clone(), demo: settings.demo, ..Self::default() }
    }

    /// Language.
    pub fn lang(&self) -> Lang {
        self.reader.lang
    }

    /// Somebody is logged in.
    #[must_use]
    pub fn who(mut self, who: Who, csrf: impl Into<String>) -> Self {
        self.who = Some(who);
        self.csrf = csrf.into();
        self
    }

    /// What just happened.
    #[must_use]
    pub fn flash(mut self, banner: Option<NotificationBanner>) -> Self {
        self.flash = banner;
        self
    }

    /// The page before this one.
    #[must_use]
    pub fn back(mut self, href: impl Into<Text>) -> Self {
        self.back = Some(href.into());
        self
    }

    /// What is wrong with the form.
    #[must_use]
    pub fn errors(mut self, errors: &FormErrors) -> Self {
        self.errors = errors.summary();
        self
    }

    /// A page of mass work: wide tables.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }
}

struct Entry {
    href: Text,
    text: Text,
    current: &'static str,
}

struct Choices {
    name: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
}

struct Choice {
    value: &'static str,
    text: &'static str,
    href: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "ui/shell.html")]
struct Shell<'a, B: Template> {
    place: &'a Place,
    t: &'static UiMessages,
    lang: &'static str,
    other: Lang,
    language_href: String,
    title: String,
    entries: Vec<Entry>,
    choices: [Choices; 3],
    switcher: Option<Piece>,
    csrf: Piece,
    anonymous: bool,
    body: &'a B,
}

#[expect(clippy::unused_self, reason = "templates call them on the page")]
impl<B: Template> Shell<'_, B> {
    fn style(&self) -> String {
        PABEAN_CSS.href()
    }

    fn script(&self) -> String {
        PABEAN_JS.href()
    }

    fn htmx(&self) -> String {
        HTMX_JS.href()
    }

    fn mark(&self) -> String {
        TANDA_SVG.href()
    }

    fn notices(&self) -> String {
        LISENSI_TXT.href()
    }

    fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }
}

/// The whole page.
pub fn render<B: Template>(place: &Place, title: &str, body: &B) -> Result<Html<String>, Problem> {
    let lang = place.lang();
    let t = lang.ui();
    let title = if place.errors.is_some() { fill(t.title_error, &[("title", title)]) } else { title.to_owned() };
    let shell = Shell {
        place,
        t,
        lang: lang.code(),
        other: lang.other(),
        language_href: with_choice(&place.reader.path, crate::lang::NAME, lang.other().code()),
        title,
        entries: entries(place),
        choices: choices(place),
        switcher: place.who.as_ref().and_then(|who| switcher(place, who)),
        csrf: Piece::of(&Hidden::csrf(&place.csrf)),
        anonymous: place.who.is_none() && routes::exists(LOGIN),
        body,
    };
    shell.render().map(Html).map_err(|e| Problem::fault(&e))
}

fn with_choice(path: &str, name: &str, value: &str) -> String {
    let join = if path.contains('?') { '&' } else { '?' };
    format!("{path}{join}{name}={value}")
}

fn choices(place: &Place) -> [Choices; 3] {
    let t = place.lang().ui();
    let group = |name, label, now: &str, values: &[(&'static str, &'static str)]| Choices {
        name,
        label,
        choices: values
            .iter()
            .map(|(value, text)| Choice {
                value,
                text,
                href: with_choice(&place.reader.path, name, value),
                current: *value == now,
            })
            .collect(),
    };
    let themes = [("sistem", t.theme_system), ("terang", t.theme_light), ("gelap", t.theme_dark)];
    let densities = [("lega", t.density_cozy), ("rapat", t.density_compact)];
    let languages = Lang::ALL.map(|lang| (lang.code(), lang.own_name()));
    [
        group(crate::lang::NAME, t.language_label, place.lang().code(), &languages),
        group(THEME, t.theme_label, place.reader.theme, &themes),
        group(DENSITY, t.density_label, place.reader.density, &densities),
    ]
}

/// Pages that belong to an entry of the navigation whose address they do not share: cases are opened from the queue.
const BELOW: [(&str, &str); 1] = [("/petugas/dokumen/", "/petugas/antrean")];

/// The navigation; the entry with the longest path that this page's path begins with is the current one.
fn entries(place: &Place) -> Vec<Entry> {
    let texts = place.lang().texts();
    let mut links = vec![Link::new("/", texts.nav_home)];
    if let Some(who) = &place.who {
        links.clone_from(&who.menus);
    } else {
        links.push(Link::new("/verifikasi", texts.nav_verify));
    }
    if place.demo {
        links.push(Link::new("/kotak-keluar", texts.nav_outbox));
    }
    if place.who.is_none() {
        links.push(Link::new("/status-layanan", texts.nav_status));
    }
    let own = place.reader.path.split('?').next().unwrap_or_default();
    let path = BELOW.iter().find(|(start, _)| own.starts_with(start)).map_or(own, |(_, entry)| *entry);
    let inside = |href: &str| path == href || (href != "/" && path.starts_with(&format!("{href}/")));
    let longest = links.iter().filter(|link| inside(&link.href)).map(|link| link.href.len()).max();
    let current = |href: &str| match longest {
        Some(length) if inside(href) && href.len() == length => {
            if own == href {
                "page"
            } else {
                "true"
            }
        }
        _ => "",
    };
    links.into_iter().map(|Link { href, text }| Entry { current: current(&href), href, text }).collect()
}

fn switcher(place: &Place, who: &Who) -> Option<Piece> {
    if who.clients.is_empty() {
        return None;
    }
    let t = place.lang().ui();
    let chosen = who.acting_for.as_ref().map_or("", |client| client.id.as_str());
    let own = who.company.clone().map_or(Text::Borrowed(t.switch_own), Text::Owned);
    let mut select = Select::new("klien", t.switch_label).option("", own);
    for client in &who.clients {
        select = select.option(client.id.clone(), format!("{}, {}", client.name, client.npwp));
    }
    Some(Piece::of(&select.value(chosen)))
}
