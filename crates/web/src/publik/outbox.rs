//! `GET /kotak-keluar`: the demo's mail.

use app::publik::{SentMail, outbox as use_case};
use askama::Template;
use axum::extract::State;
use axum::response::Html;

use crate::format;
use crate::lang::Lang;
use crate::messages::Messages;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::shell::{self, Place};
use crate::state::Web;
use crate::work;

/// `GET /kotak-keluar`.
pub async fn outbox(State(web): State<Web>, reader: Reader) -> Result<Html<String>, Problem> {
    let app = web.app().clone();
    let mails = work::run(move || use_case(&app)).await?;
    let view = OutboxView::new(reader.lang, &mails);
    shell::render(&Place::of(&web, &reader), view.title(), &view)
}

struct MailView<'a> {
    mail: &'a SentMail,
    moment: String,
    machine: String,
}

/// The latest mails.
#[derive(Template)]
#[template(path = "publik/outbox.html")]
pub struct OutboxView<'a> {
    t: &'static Messages,
    mails: Vec<MailView<'a>>,
}

impl<'a> OutboxView<'a> {
    /// The page of these mails.
    pub fn new(lang: Lang, mails: &'a [SentMail]) -> Self {
        let view = |mail: &'a SentMail| MailView {
            mail,
            moment: format::moment(mail.at, lang),
            machine: format::machine(mail.at),
        };
        Self { t: lang.texts(), mails: mails.iter().map(view).collect() }
    }

    /// Heading.
    pub fn title(&self) -> &'static str {
        self.t.outbox_title
    }
}
