//! Security headers and caching: on every answer, whatever it is.

use app::Settings;

use crate::support::{Answer, Portal};

/// Besides every page: choices, other answers, and every way not to find one.
const PATHS: &[&str] = &[
    "/?bahasa=en",
    "/?tema=gelap",
    "/verifikasi?kode=7KQ2-M9TX-4HVD",
    "/status-layanan?format=json",
    "/sehat",
    "/aset/tidak-ada.css",
    "/tidak-ada",
    "//example.org/%2e%2e",
];

const EXPECTED: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
         base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
];

fn check(path: &str, answer: &Answer) {
    for (name, value) in EXPECTED {
        assert_eq!(answer.header(name), *value, "{name} of {path}");
    }
    assert_eq!(answer.header("cache-control"), "no-store", "{path}");
}

#[test]
fn every_answer_has_the_security_headers() {
    let portal = Portal::demo();
    for path in PATHS.iter().chain(web::routes::all().flat_map(|route| route.samples)) {
        let answer = portal.get(path);
        check(path, &answer);
        assert_eq!(answer.header("strict-transport-security"), "", "a demo without TLS");
        check(path, &portal.send("POST", path, ""));
    }
}

#[test]
fn behind_tls_browsers_are_told_to_stay_there() {
    let portal = Portal::start(Settings { base_url: "https://pabean.example.go.id".into(), ..Settings::default() });
    let answer = portal.get("/?bahasa=en");
    assert_eq!(answer.header("strict-transport-security"), "max-age=63072000; includeSubDomains");
    assert_eq!(answer.cookie("bahasa"), "bahasa=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure");
}

#[test]
fn styles_and_scripts_are_named_by_their_content_and_kept_for_a_year() {
    let portal = Portal::demo();
    let (home, notes) = (portal.get("/").body, portal.get("/komponen").body);
    for (href, media_type, bytes) in web::samples::assets() {
        let answer = portal.get(&href);
        assert_eq!(answer.status, 200, "{href}");
        assert!(answer.header("content-type").starts_with(media_type));
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.body.as_bytes(), bytes);
        assert_eq!(answer.header("vary"), "Accept-Encoding");
        // Only pages that ask for it load htmx.
        assert!(notes.contains(&href) && home.contains(&href) != href.contains("htmx"), "{href}");
    }
}

#[test]
fn cookies_are_closed_to_scripts_and_other_sites() {
    let answer = Portal::demo().get("/masuk");
    let plain = answer.cookie("pabean-tamu");
    assert!(plain.ends_with("; Path=/; HttpOnly; SameSite=Lax"), "{plain}");
    let portal = Portal::start(Settings { base_url: "https://pabean.example.go.id".into(), ..Settings::default() });
    let answer = portal.get("/masuk");
    let safe = answer.cookie("__Host-pabean-tamu");
    assert!(safe.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"), "{safe}");
}
