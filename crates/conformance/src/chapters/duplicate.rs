//! The same again: duplicates and idempotency keys (h2h-api 1.4, 3).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::check::{Generation, List};
use crate::expect::{rows, that};
use crate::world::World;

/// What a duplicate is told.
const DUPLICATE: &str = "Gagal, nomor aju sudah ada.";
/// Impatient clients that send at the same time.
const IMPATIENT: usize = 8;

/// Adds the chapter.
pub fn add(list: &mut List) {
    list.both("DUP-01", "the same document again is the same document", |w, g| {
        let followed = w.followed()?;
        let again = w.post(g, "/document?isFinal=true", &followed.document)?.is(&[200])?.json()?;
        Ok(that(again["idHeader"] == followed.sent["idHeader"], || format!("{again} / {}", followed.sent))?)
    });
    list.both("DUP-02", "another document on the same aju is refused", |w, g| {
        let answer = w.post(g, "/document?isFinal=true", &other(w)?)?.is(&[200, 400])?.json()?;
        let failed = answer["status"].as_str().is_some_and(|s| s.eq_ignore_ascii_case("failed"));
        Ok(that(failed && answer["message"] == DUPLICATE, || answer.to_string())?)
    });
    list.one("DUP-03", "a duplicate's refusal echoes the aju", |w| {
        let answer = w.post(Generation::V1, "/document?isFinal=true", &other(w)?)?.json()?;
        Ok(that(answer["nomorAju"] == w.followed()?.aju.as_str(), || answer.to_string())?)
    });
    list.one("DUP-04", "a draft does not overwrite what was sent", |w| {
        let answer = w.post(Generation::V1, "/document", &other(w)?)?.json()?;
        Ok(that(answer["message"] == DUPLICATE, || answer.to_string())?)
    });
    list.one("DUP-05", "repetitions leave one step 001", |w| {
        let status = w.status(Generation::V1, &w.followed()?.aju)?;
        let recorded = rows(&status, "dataStatus").iter().filter(|row| row["kodeProses"] == "001").count();
        Ok(that(recorded == 1, || format!("{recorded} steps 001"))?)
    });
    list.both("DUP-06", "eight senders at the same time make one document", |w, g| {
        let document = w.fresh()?.to_string();
        let ids = at_once(w, g, &document)?;
        Ok(that(ids.len() == 1, || format!("{ids:?}"))?)
    });
    keys(list);
}

fn keys(list: &mut List) {
    list.both("DUP-10", "an idempotency key repeats its answer", |w, g| {
        let (doc, key) = (w.fresh()?, w.aju());
        let first = keyed(w, g, &key, &doc)?.is(&[200])?.json()?;
        let again = keyed(w, g, &key, &doc)?.is(&[200])?.json()?;
        Ok(that(first["idHeader"] == again["idHeader"], || format!("{first} / {again}"))?)
    });
    list.both("DUP-11", "an idempotency key refuses another request", |w, g| {
        let key = w.aju();
        keyed(w, g, &key, &w.fresh()?)?.is(&[200])?;
        Ok(keyed(w, g, &key, &w.fresh()?)?.is(&[400, 409, 422]).map(drop)?)
    });
    list.one("DUP-12", "a refused request does not use its key up", |w| {
        let (mut doc, key) = (w.fresh()?, w.aju());
        let right = doc.clone();
        doc["netto"] = json!("banyak");
        keyed(w, Generation::V1, &key, &doc)?.is(&[400])?;
        Ok(keyed(w, Generation::V1, &key, &right)?.is(&[200]).map(drop)?)
    });
    list.one("DUP-13", "isRevision does not make a duplicate of an unchanged document", |w| {
        let path = "/document?isFinal=true&isRevision=true";
        let answer = w.post(Generation::V1, path, &w.followed()?.document)?;
        Ok(answer.is(&[200, 400, 409]).map(drop)?)
    });
}

/// The followed document with another signatory.
fn other(w: &World) -> Result<Value, String> {
    let mut doc = w.followed()?.document.clone();
    doc["namaTtd"] = json!("Orang Lain");
    Ok(doc)
}

fn keyed(w: &World, g: Generation, key: &str, doc: &Value) -> Result<crate::client::Reply, String> {
    let headers = [("content-type", "application/json"), ("idempotency-key", key)];
    let path = format!("{}/document?isFinal=true", g.services());
    w.send("POST", &path, &headers, doc.to_string().as_bytes())
}

/// The ids under which one document was acknowledged to many senders.
fn at_once(w: &World, g: Generation, document: &str) -> Result<BTreeSet<String>, String> {
    let path = format!("{}/document?isFinal=true", g.services());
    let (http, bearer) = (&w.http, format!("Bearer {}", w.token()?));
    let key = w.options.api_key.clone().unwrap_or_default();
    let headers =
        [("authorization", bearer.as_str()), ("content-type", "application/json"), ("beacukai-api-key", key.as_str())];
    let headers = if key.is_empty() { &headers[..2] } else { &headers[..] };
    std::thread::scope(|scope| {
        let send = || http.send("POST", &path, headers, document.as_bytes())?.is(&[200])?.json();
        let senders: Vec<_> = (0..IMPATIENT).map(|_| scope.spawn(send)).collect();
        let id = |answer: Value| answer["idHeader"].as_str().unwrap_or_default().to_owned();
        senders.into_iter().map(|s| s.join().map_err(|_| "a sender ended badly".to_owned())?.map(id)).collect()
    })
}
