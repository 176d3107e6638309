//! What several topics look at.

use serde_json::Value;
use testkit::Client;

/// What the service says when it refuses: status and message.
pub fn refusal(body: &Value) -> (&str, &str) {
    (body["status"].as_str().unwrap_or_default(), body["message"].as_str().unwrap_or_default())
}

/// The codes of the findings in an answer, in its order.
pub fn codes(body: &Value) -> Vec<String> {
    let findings = body["temuan"].as_array().into_iter().flatten();
    findings.map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

/// A document with some members changed, as a client would write it anew.
pub fn changed(body: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut document: Value = serde_json::from_str(body).unwrap();
    change(&mut document);
    document.to_string()
}

/// Nothing of an aju is stored.
#[track_caller]
pub fn nothing_stored(client: &Client, aju: &str) {
    let status = client.status(aju);
    assert_eq!(refusal(&status), ("Failed", "Data Tidak Ditemukan"), "{status}");
}
