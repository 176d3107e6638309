//! `GET /verifikasi` and `/verifikasi/{code}`: what the QR on a letter leads to.

use app::publik::{Letter, Verification, verify};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

use crate::format;
use crate::lang::Lang;
use crate::messages::Messages;
use crate::problem::Problem;
use crate::reader::Reader;
use crate::shell::{self, Place};
use crate::state::Web;
use crate::ui::{Badge, CodeForm, Fact, Facts, Tone};
use crate::work;

/// Longest code that is carried on, characters.
const LONGEST: usize = 64;

/// The form; with `?kode=` the way to the answer's own address.
pub async fn verify_form(
    State(web): State<Web>,
    reader: Reader,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let code = typed(&query.unwrap_or_default());
    if !code.is_empty() {
        return Ok(Redirect::to(&format!("/verifikasi/{code}")).into_response());
    }
    let view = VerifyView::form(reader.lang);
    let place = Place::of(&web, &reader);
    Ok(shell::render(&place, view.title, &view)?.into_response())
}

/// The answer to a code; an unknown one is 404 with the form.
pub async fn verify_result(
    State(web): State<Web>,
    reader: Reader,
    Path(code): Path<String>,
) -> Result<(StatusCode, Html<String>), Problem> {
    let code = plain(&code);
    let app = web.app().clone();
    let asked = code.clone();
    let answer = work::run(move || verify(&app, &asked)).await?;
    let status = if answer == Verification::Unknown { StatusCode::NOT_FOUND } else { StatusCode::OK };
    let view = VerifyView::result(reader.lang, &code, &answer);
    let place = Place::of(&web, &reader);
    Ok((status, shell::render(&place, view.title, &view)?))
}

/// The member `kode` of a query.
fn typed(query: &str) -> String {
    let value = query.split('&').find_map(|member| member.strip_prefix("kode=")).unwrap_or_default();
    plain(value)
}

/// Only what a code consists of, so that it can stand in an address as it is.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).take(LONGEST).collect()
}

/// The page, with or without an answer.
#[derive(Template)]
#[template(path = "publik/verify.html")]
pub struct VerifyView {
    t: &'static Messages,
    /// Heading.
    pub title: &'static str,
    answer: Option<Answer>,
    form: CodeForm,
}

struct Answer {
    badge: Badge,
    tone: Tone,
    text: &'static str,
    facts: Option<Facts>,
}

impl VerifyView {
    /// The empty form.
    pub fn form(lang: Lang) -> Self {
        let t = lang.texts();
        Self { t, title: t.verify_title, answer: None, form: form(t, "") }
    }

    /// The answer to `code`.
    pub fn result(lang: Lang, code: &str, verification: &Verification) -> Self {
        let t = lang.texts();
        let (title, word, text, tone, letter) = match verification {
            Verification::Authentic(letter) => {
                (t.verify_authentic, t.verify_authentic_word, t.verify_authentic_text, Tone::Good, Some(letter))
            }
            Verification::Superseded(letter) => {
                (t.verify_superseded, t.verify_superseded_word, t.verify_superseded_text, Tone::Warn, Some(letter))
            }
            Verification::Unknown => (t.verify_unknown, t.verify_unknown_word, t.verify_unknown_text, Tone::Bad, None),
        };
        let badge = Badge::new(tone, word.to_owned());
        let facts = letter.map(|letter| facts(lang, code, letter));
        let kept = if letter.is_some() { "" } else { code };
        Self { t, title, answer: Some(Answer { badge, tone, text, facts }), form: form(t, kept) }
    }
}

fn form(t: &'static Messages, value: &str) -> CodeForm {
    CodeForm { label: t.verify_label, hint: t.verify_hint, button: t.verify_button, value: value.to_owned() }
}

fn facts(lang: Lang, code: &str, letter: &Letter) -> Facts {
    let t = lang.texts();
    let mut facts = vec![
        Fact::indonesian(t.verify_kind, format!("{} ({})", letter.title, letter.kode_respon)),
        Fact::text(t.verify_number, letter.nomor.as_deref().unwrap_or(t.verify_no_number)),
        Fact::text(t.verify_date, format::date(letter.tanggal, lang)),
        Fact::indonesian(t.verify_office, letter.kantor.as_str()),
        Fact::code(t.verify_aju, format!("…{}", letter.aju_tail)),
    ];
    facts.extend(letter.fingerprint.as_ref().map(|hex| Fact::code(t.verify_fingerprint, format!("{hex}…"))));
    facts.push(Fact::code(t.verify_label, code));
    Facts { facts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_code_can_only_stay_on_this_page() {
        for (query, code) in [
            ("kode=7KQ2-M9TX-4HVD", "7KQ2-M9TX-4HVD"),
            ("bahasa=en&kode=+7kq2+m9tx%204hvd", "7kq2m9tx204hvd"),
            ("kode=//example.org/../x%0d%0aSet-Cookie:a", "exampleorgx0d0aSet-Cookiea"),
            ("kode=a_b", "a_b"),
            ("kode=", ""),
            ("kodes=x", ""),
        ] {
            assert_eq!(typed(query), code, "{query}");
        }
        assert_eq!(typed(&format!("kode={}", "A".repeat(10_000))).len(), LONGEST);
    }
}
