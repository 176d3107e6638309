//! The two cookies: one names the session, one gives visitors who are not logged in a secret for their forms.

use app::account::session::Opened;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use crate::state::Web;

/// Longest cookie value that is looked at.
const LONGEST: usize = 200;

fn secure(web: &Web) -> bool {
    web.app().settings().base_url.starts_with("https://")
}

/// `__Host-` needs https; a demo on http goes without it.
fn name(web: &Web, stem: &str) -> String {
    if secure(web) { format!("__Host-{stem}") } else { stem.to_owned() }
}

/// Name of the session's cookie.
pub(super) fn session_name(web: &Web) -> String {
    name(web, "pabean-sesi")
}

/// Name of the guest's cookie.
pub(super) fn guest_name(web: &Web) -> String {
    name(web, "pabean-tamu")
}

/// The value of a cookie.
pub(super) fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, value)| *known == name && value.len() <= LONGEST && !value.is_empty()).map(|(_, value)| value)
}

/// Sets a cookie on an answer; without an age it lives as long as the browser.
pub(super) fn set(web: &Web, response: &mut Response, name: &str, value: &str, age: Option<i64>) {
    let age = age.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let secure = if secure(web) { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{age}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// The answer that opens a session, or gives it its new name.
pub fn with_session(web: &Web, mut response: Response, opened: &Opened) -> Response {
    set(web, &mut response, &session_name(web), &opened.secret, Some(opened.max_age));
    response
}

/// The answer that ends it.
pub fn forget(web: &Web, mut response: Response) -> Response {
    set(web, &mut response, &session_name(web), "", Some(0));
    response
}
