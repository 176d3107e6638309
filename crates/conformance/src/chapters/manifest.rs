//! Manifest services (h2h-api 1.8), where a server has them.

use crate::check::{List, Miss};
use crate::expect::that;

/// Prefixes: development, production, portal of 2026 (h2h-api 1.1).
const PREFIXES: [(&str, &str); 3] =
    [("MNF-01", "/manifes-opendata/v1"), ("MNF-02", "/openapi/manifes/v1"), ("MNF-03", "/v1/openapi-manifes")];

/// Adds the chapter.
pub fn add(list: &mut List) {
    for (id, prefix) in PREFIXES {
        list.one(id, format!("{prefix}/history of an unknown aju answers status and data"), move |w| {
            let answer = w.send("GET", &format!("{prefix}/history/{}", w.aju()), &[], b"")?;
            served(&answer)?;
            let body = answer.is(&[200, 404])?.json()?;
            Ok(that(body.get("status").is_some() && body.get("message").is_some(), || body.to_string())?)
        });
    }
}

/// Not every server serves manifests.
fn served(answer: &crate::client::Reply) -> crate::Verdict {
    if answer.status == 404 && answer.json().is_err() {
        return Err(Miss::Skipped("this server has no manifest services"));
    }
    Ok(())
}
