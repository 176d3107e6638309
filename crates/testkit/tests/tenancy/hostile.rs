//! Hostile input in every field of every form that the portal shows: never a fault, nothing reflected as markup, no header
//! and no mail that a value could shape. Forms are read from the pages, so a new one is tried without being named here.

use std::collections::{BTreeMap, BTreeSet};

use testkit::{Answer, House, Visitor, on_both, token};
use web::routes::{self, Access, Answer as Kind};

use crate::{filled, visitors};

const MARK: &str = "bahaya7";
/// An id of the right shape that nobody has.
const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

/// What is typed: a word for the failure, and the value.
fn values() -> Vec<(&'static str, String)> {
    vec![
        ("script", format!("<script>{MARK}</script>")),
        ("attribute", format!("\"'><img src=x onerror={MARK}>")),
        ("template", format!("{{{{ {MARK} }}}}{{% include '/etc/passwd' %}}${{{MARK}}}")),
        ("long", "a".repeat(10_000)),
        ("header", format!("a\r\nBcc: {MARK}@penyusup.example\r\n\r\nisi")),
        ("address with header", format!("a@contoh.example\r\nBcc: {MARK}@penyusup.example")),
        ("look-alike", "аdmin@сontoh.example".to_owned()),
        ("nul", format!("a\0{MARK}")),
        ("right to left", format!("\u{202e}{MARK}\u{2066}elpmaxe.hotnoc@nimda\u{2069}")),
        ("invisible", format!("a\u{200b}\u{feff}\u{00ad}{MARK}")),
        ("huge number", "9".repeat(400)),
        ("odd number", "-1e309".to_owned()),
        ("sql", format!("' OR 1=1; DROP TABLE account; -- {MARK}")),
        ("path", "../../../../etc/passwd%00".to_owned()),
        ("far date", "9999999999-99-99".to_owned()),
        ("combining", "e\u{301}".repeat(3_000)),
    ]
}

/// A form as a page shows it: where it goes, and the names of its fields with what they hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Shown {
    action: String,
    fields: Vec<(String, String)>,
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let after = tag.split(&format!(" {name}=\"")).nth(1)?;
    let value = after.split('"').next()?;
    Some(value.replace("&#38;", "&").replace("&amp;", "&"))
}

/// The posting forms of a page.
fn forms(html: &str) -> Vec<Shown> {
    let mut found = Vec::new();
    for piece in html.split("<form ").skip(1) {
        let inside = piece.split("</form>").next().unwrap_or_default();
        let head = format!(" {}", inside.split('>').next().unwrap_or_default());
        if attribute(&head, "method").as_deref() != Some("post") {
            continue;
        }
        let Some(action) = attribute(&head, "action") else { continue };
        let mut fields = Vec::new();
        for tag in
            inside.split('<').filter(|t| ["input", "select", "textarea", "button"].iter().any(|n| t.starts_with(n)))
        {
            let tag = tag.replace('\n', " ");
            if let Some(name) = attribute(&tag, "name") {
                fields.push((name, attribute(&tag, "value").unwrap_or_default()));
            }
        }
        found.push(Shown { action, fields });
    }
    found
}

/// The path of an address without its query.
fn path(address: &str) -> &str {
    address.split('?').next().unwrap_or_default()
}

/// The route that a path belongs to.
fn route_of(address: &str) -> Option<&'static str> {
    let parts: Vec<&str> = path(address).split('/').collect();
    let fits = |pattern: &str| {
        let pattern: Vec<&str> = pattern.split('/').collect();
        pattern.len() == parts.len() && pattern.iter().zip(&parts).all(|(p, part)| p.starts_with('{') || p == part)
    };
    let posts = routes::all().filter(|route| route.method == "POST" && fits(route.path));
    posts.min_by_key(|route| route.path.matches('{').count()).map(|route| route.path)
}

/// Nothing of what was typed comes back as markup, and nothing of ours broke.
#[track_caller]
fn harmless(answer: &Answer, what: &str) {
    assert!(answer.status < 500, "{what}: {} {}", answer.status, answer.text());
    let text = answer.text();
    for markup in
        [format!("<script>{MARK}"), format!("<img src=x onerror={MARK}"), format!("\"'><img src=x onerror={MARK}")]
    {
        assert!(!text.contains(&markup), "{what}: comes back as markup");
    }
    for (name, value) in &answer.headers {
        let value = value.to_str().unwrap_or_default();
        assert!(name != "bcc" && !value.contains(['\r', '\n']), "{what}: {name}: {value}");
    }
    let location = answer.header("location");
    assert!(location.is_empty() || (location.starts_with('/') && !location.starts_with("//")), "{what}: to {location}");
    if answer.status == 422 {
        assert!(text.contains("data-ringkasan"), "{what}: refused without a word");
    }
}

/// Every page that somebody may open, with its forms.
fn walk(visitor: &mut Visitor) -> BTreeMap<&'static str, Vec<Shown>> {
    let mut found: BTreeMap<&'static str, Vec<Shown>> = BTreeMap::new();
    let mut queue: Vec<String> =
        routes::all().flat_map(|route| route.samples.iter()).map(|s| (*s).to_owned()).collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    while let Some(next) = queue.pop() {
        if !seen.insert(next.clone()) || seen.len() > 400 {
            continue;
        }
        let answer = visitor.get(&next);
        harmless(&answer, &next);
        if answer.status != 200 || !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        let html = answer.text();
        for form in forms(&html) {
            let Some(route) = route_of(&form.action) else { continue };
            let known = found.entry(route).or_default();
            if known.len() < 2 && !known.contains(&form) {
                known.push(form);
            }
        }
        // Pages of single things are reached by the links of their lists; a few of each kind are enough.
        for link in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let deep = link.starts_with('/') && link.matches('/').count() >= 3 && !link.starts_with("/aset");
            if deep && queue.len() < 200 {
                queue.push(link.replace("&#38;", "&").replace("&amp;", "&"));
            }
        }
    }
    found
}

fn attack(house: &House, name: &str, visitor: &mut Visitor, tried: &mut BTreeSet<&'static str>) {
    let shown = walk(visitor);
    let start = if name == "tamu" { "/masuk" } else { "/beranda" };
    let csrf = token(&visitor.get(start).text());
    let all: BTreeSet<String> =
        shown.values().flatten().flat_map(|f| f.fields.iter().map(|(n, _)| n.clone())).collect();
    for route in routes::all().filter(|r| r.method == "POST" && r.path != "/keluar") {
        let may = match route.access {
            Access::Public | Access::Demo => true,
            Access::Entering | Access::SignedIn | Access::May(_) => name != "tamu",
        };
        if !may {
            continue;
        }
        // A route whose form nobody was shown is tried with every field there is.
        let blind = || {
            vec![Shown {
                action: filled(route.path, NOBODY),
                fields: all.iter().map(|n| (n.clone(), String::new())).collect(),
            }]
        };
        let forms = shown.get(route.path).cloned().unwrap_or_else(blind);
        for form in forms {
            tried.insert(route.path);
            for (what, value) in values() {
                // All fields at once; and ids and tokens right, so that the others are looked at at all.
                for keep in [true, false] {
                    let typed = form.fields.iter().filter(|(name, _)| name != "csrf" && name != "yakin");
                    let mut fields: Vec<(&str, &str)> = typed
                        .map(|(name, held)| {
                            (name.as_str(), if keep && !held.is_empty() { held.as_str() } else { value.as_str() })
                        })
                        .collect();
                    // Longer forms are refused before they are read; that is another test.
                    fields.truncate(300_000 / (value.len() * 3 + 40));
                    fields.push(("csrf", &csrf));
                    fields.push(("yakin", "ya"));
                    let answer = visitor.post(&form.action, &fields);
                    harmless(&answer, &format!("{name} POST {} with {what}", form.action));
                }
            }
        }
        house.clock.pass(std::time::Duration::from_secs(5));
    }
}

on_both! {
    fn no_field_of_any_form_does_harm(house) {
        let mut tried = BTreeSet::new();
        for (name, mut visitor) in visitors(house).into_iter().filter(|(name, _)| ["tamu", "importir", "ppjk", "ppd", "operator"].contains(name)) {
            attack(house, name, &mut visitor, &mut tried);
        }
        let posts = routes::all().filter(|route| route.method == "POST" && route.path != "/keluar");
        let missed: Vec<&str> = posts.map(|route| route.path).filter(|path| !tried.contains(path)).collect();
        assert!(missed.is_empty(), "nobody tried {missed:?}");
        for mail in house.postbox.mails() {
            assert!(!mail.subject.contains(['\r', '\n', '\0']) && !mail.to.contains(['\r', '\n', '\0', ' ']), "{mail:?}");
            assert!(!mail.to.contains(MARK) && mail.to.is_ascii(), "{mail:?}");
            assert!(!mail.html.unwrap_or_default().contains(&format!("<script>{MARK}")), "{}", mail.subject);
        }
    }

    fn no_address_does_harm(house) {
        for (name, mut visitor) in visitors(house).into_iter().filter(|(name, _)| ["tamu", "importir", "operator"].contains(name)) {
            for route in routes::all().filter(|route| route.method == "GET" && route.answer == Kind::Page) {
                for (what, value) in values() {
                    let encoded: String = value.bytes().take(3_000).map(|byte| format!("%{byte:02X}")).collect();
                    let query: Vec<String> = ["cari", "hal", "urut", "ukuran", "kembali", "kabar", "dari", "kantor", "format", "bahasa"]
                        .iter().map(|key| format!("{key}={}", &encoded[..encoded.len().min(600) / 3 * 3])).collect();
                    let plain = filled(route.path, NOBODY);
                    let answer = visitor.get(&format!("{plain}?{}", query.join("&")));
                    harmless(&answer, &format!("{name} GET {plain} with {what} in its query"));
                    if route.path.contains('{') {
                        let inside = filled(route.path, &encoded[..encoded.len().min(900) / 3 * 3]);
                        harmless(&visitor.get(&inside), &format!("{name} GET {} with {what} in its path", route.path));
                    }
                }
            }
        }
    }
}
