//! The table of addresses: what scans and the router rely on.

use std::collections::BTreeSet;

use web::routes::{Answer, Route, all};

/// Whether an address is one of the route's.
fn answers(route: &Route, sample: &str) -> bool {
    let path = sample.split('?').next().unwrap_or_default();
    let (parts, wanted): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), route.path.split('/').collect());
    parts.len() == wanted.len() && parts.iter().zip(wanted).all(|(part, want)| want.starts_with('{') || *part == want)
}

#[test]
fn every_sample_is_an_address_of_its_route() {
    for route in all() {
        for sample in route.samples {
            assert!(answers(route, sample), "{sample} is not {}", route.path);
        }
        assert!(route.samples.is_empty() || route.answer == Answer::Page, "{}: samples are for pages", route.path);
    }
}

#[test]
fn no_address_stands_twice() {
    let mut seen = BTreeSet::new();
    for route in all() {
        assert!(seen.insert((route.method, route.path)), "{} {}", route.method, route.path);
    }
}
