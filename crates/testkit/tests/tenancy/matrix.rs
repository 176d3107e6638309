//! The whole matrix: route × visitor, as one picture.

use std::fmt::Write as _;

use testkit::{House, on_both};
use web::routes::{self, Access, Route};

use crate::{filled, visitors};

/// An id of the right shape that nobody has.
const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

/// A status in a word; a redirect tells where.
fn word(status: u16, location: &str) -> String {
    match (status, location.split('?').next().unwrap_or_default()) {
        (303, "") => "303".into(),
        (303, path) => format!("303 {path}"),
        (status, _) => status.to_string(),
    }
}

/// Routes whose answer depends on what was done before rather than on who asks.
fn skip(route: &Route) -> bool {
    ["/keluar", "/aset/{file}", "/sehat"].contains(&route.path)
}

fn matrix(house: &House) -> String {
    let mut picture = String::new();
    let mut people = visitors(house);
    for route in routes::all().filter(|route| !skip(route)) {
        let path = filled(route.path, NOBODY);
        write!(picture, "{} {} ({}):", route.method, route.path, route.access.word()).unwrap();
        for (name, visitor) in &mut people {
            let answer = match route.method {
                "GET" => visitor.get(&path),
                _ => {
                    let page = if *name == "tamu" { "/masuk" } else { "/beranda" };
                    visitor.submit(page, &path, &[("yakin", "ya")])
                }
            };
            write!(picture, " {name} {}", word(answer.status, answer.header("location"))).unwrap();
        }
        picture.push('\n');
    }
    picture
}

on_both! {
    fn every_route_and_everybody(house) {
        insta::assert_snapshot!("matrix", matrix(house));
    }
}

#[test]
fn a_form_without_its_token_is_refused_on_every_route() {
    let house = House::sqlite();
    let mut seen = 0;
    for (name, mut visitor) in visitors(&house) {
        for route in routes::all().filter(|route| route.method != "GET") {
            let path = filled(route.path, NOBODY);
            for fields in [&[][..], &[("csrf", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")][..]] {
                let answer = visitor.post(&path, fields);
                assert_eq!(answer.status, 403, "{name} POST {path}: {}", answer.header("location"));
                seen += 1;
            }
        }
    }
    assert!(seen > 200, "{seen}");
}

#[test]
fn no_route_is_open_by_accident() {
    let open: Vec<&str> =
        routes::all().filter(|route| matches!(route.access, Access::Public)).map(|route| route.path).collect();
    for path in open {
        assert!(!path.starts_with("/perusahaan") && !path.starts_with("/operator"), "{path}");
    }
}
