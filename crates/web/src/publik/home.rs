//! `GET /`: what this installation is and where everything is.

use app::Role;
use askama::Template;
use axum::extract::State;
use axum::response::Html;

use crate::DemoAccount;
use crate::lang::Lang;
use crate::messages::Messages;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::shell::{self, Place};
use crate::state::Web;
use crate::ui::{CodeForm, Fact, Facts};

/// Where the demo keeps its secrets, from the project's folder.
const ACCOUNTS_FILE: &str = "var/demo/accounts.json";
/// The document of the first journey: the demo writes it at its start, dated that day, since rates change every week.
const EXAMPLE: &str = "var/demo/pib.json";

/// `GET /`.
pub async fn home(State(web): State<Web>, reader: Reader) -> Result<Html<String>, Problem> {
    let place = Place::of(&web, &reader);
    let extras = web.extras();
    let accounts = if place.demo { extras.accounts.as_slice() } else { &[] };
    let view =
        HomeView::new(reader.lang, place.demo, &web.app().settings().base_url, extras.simulator_url.clone(), accounts);
    shell::render(&place, view.title(), &view)
}

struct AccountRow<'a> {
    role: &'a str,
    company: &'a str,
    username: &'a str,
}

struct Step {
    text: &'static str,
    command: String,
}

/// The start page.
#[derive(Template)]
#[template(path = "publik/home.html")]
pub struct HomeView<'a> {
    t: &'static Messages,
    demo: bool,
    simulator_url: Option<String>,
    form: CodeForm,
    services: Facts,
    accounts: Vec<AccountRow<'a>>,
    accounts_file: &'static str,
    steps: Vec<Step>,
}

impl<'a> HomeView<'a> {
    /// The page of an installation at `base`.
    pub fn new(
        lang: Lang,
        demo: bool,
        base: &'a str,
        simulator_url: Option<String>,
        accounts: &'a [DemoAccount],
    ) -> Self {
        let t = lang.texts();
        let form =
            CodeForm { label: t.verify_label, hint: t.verify_hint, button: t.verify_button, value: String::new() };
        let rows = accounts
            .iter()
            .map(|a| AccountRow { role: role(&a.role, t), company: &a.company, username: &a.username })
            .collect();
        let steps = accounts.first().map(|account| steps(base, &account.username, t)).unwrap_or_default();
        Self {
            t,
            demo,
            simulator_url,
            form,
            services: services(base, t),
            accounts: rows,
            accounts_file: ACCOUNTS_FILE,
            steps,
        }
    }

    /// Heading.
    pub fn title(&self) -> &'static str {
        self.t.home_title
    }
}

/// The API's addresses (h2h-api 1.1), the older generation in full.
fn services(base: &str, t: &'static Messages) -> Facts {
    let rows = [
        (t.api_login, "POST", "/nle-oauth/v1/user/login"),
        (t.api_refresh, "POST", "/nle-oauth/v1/user/update-token"),
        (t.api_submit, "POST", "/openapi/document?isFinal=true"),
        (t.api_check, "POST", "/openapi/document/check"),
        (t.api_state, "GET", "/openapi/status/{nomorAju}"),
        (t.api_letter, "GET", "/openapi/download-respon?path={pdf}"),
        (t.api_rate, "GET", "/openapi/kurs/{kodeValuta}"),
    ];
    let mut facts: Vec<Fact> =
        rows.into_iter().map(|(name, method, path)| Fact::code(name, format!("{method} {base}{path}"))).collect();
    facts.push(Fact::code(t.api_second, "/v1/openapi-auth/user, /v2/openapi"));
    Facts { facts }
}

/// The role in words; one that is not known here stays as it is.
pub fn role<'a>(word: &'a str, t: &'static Messages) -> &'a str {
    let Some(role) = Role::ALL.into_iter().find(|role| role.word() == word) else { return word };
    match role {
        Role::PenggunaJasa => t.role_trader,
        Role::Pfpb => t.role_pfpb,
        Role::Ppd => t.role_ppd,
        Role::P2 => t.role_p2,
        Role::Hanggar => t.role_hanggar,
        Role::Kepala => t.role_kepala,
        Role::Perbendaharaan => t.role_treasury,
        Role::Operator => t.role_operator,
    }
}

fn steps(base: &str, username: &str, t: &'static Messages) -> Vec<Step> {
    let login = format!(
        "TOKEN=$(curl -s {base}/nle-oauth/v1/user/login \\\n  -H 'Content-Type: application/json' \\\n  \
         -d '{{\"username\":\"{username}\",\"password\":\"KATA-SANDI\"}}' \\\n  \
         | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')"
    );
    let submit = format!(
        "curl '{base}/openapi/document?isFinal=true' \\\n  -H \"Authorization: Bearer $TOKEN\" \\\n  \
         -H 'Content-Type: application/json' \\\n  -d @{EXAMPLE}"
    );
    let status = format!(
        "curl {base}/openapi/status/$(sed -n 's/.*\"nomorAju\": *\"\\([^\"]*\\)\".*/\\1/p' {EXAMPLE}) \\\n  \
         -H \"Authorization: Bearer $TOKEN\""
    );
    vec![
        Step { text: t.journey_login, command: login },
        Step { text: t.journey_submit, command: submit },
        Step { text: t.journey_status, command: status },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_words() {
        let words: Vec<&str> = Role::ALL.into_iter().map(|r| role(r.word(), Lang::Id.texts())).collect();
        assert_eq!(words.len(), 8);
        assert!(words.iter().all(|word| !word.contains('_')));
        assert_eq!(role("TAMU", Lang::Id.texts()), "TAMU");
    }
}
