//! Events in order: an addition to the contract, asked only where a server has it.

use serde_json::Value;

use crate::check::{Generation, List, Miss};
use crate::expect::{Shape, member, members, rows, that};
use crate::world::World;

/// Adds the chapter.
pub fn add(list: &mut List) {
    list.both("EVT-01", "events answers status, events, cursor, more", |w, g| {
        let body = events(w, g, "since=0&limit=5")?;
        let shape = [
            ("/status", Shape::Is("OK")),
            ("/events", Shape::List),
            ("/cursor", Shape::Int),
            ("/more", Shape::Present),
        ];
        Ok(members(&body, &shape)?)
    });
    list.both("EVT-02", "what happened to a document is among them", |w, g| {
        let followed = w.followed()?;
        let (aju, mut since) = (&followed.aju, followed.before);
        for _ in 0..1_000 {
            let body = events(w, g, &format!("since={since}&limit=100"))?;
            if rows(&body, "events").iter().any(|event| event.to_string().contains(aju.as_str())) {
                return Ok(());
            }
            since = body["cursor"].as_i64().unwrap_or_default();
            if body["more"] != true {
                break;
            }
        }
        Err(Miss::Broken(format!("nothing about {aju}")))
    });
    list.one("EVT-03", "limit bounds the answer and more says that there is more", |w| {
        w.followed()?;
        let body = events(w, Generation::V1, "since=0&limit=1")?;
        Ok(that(rows(&body, "events").len() == 1 && body["more"] == true, || body.to_string())?)
    });
    list.one("EVT-04", "the same question gets the same events", |w| {
        w.followed()?;
        let ask = || events(w, Generation::V1, "since=0&limit=3").map(|body| body["events"].clone());
        let (first, second) = (ask()?, ask()?);
        Ok(that(first == second, || format!("{first} / {second}"))?)
    });
    list.one("EVT-05", "after the cursor the next ones follow, none twice", |w| {
        w.followed()?;
        let first = events(w, Generation::V1, "since=0&limit=1")?;
        let cursor = first["cursor"].as_i64().unwrap_or_default();
        let second = events(w, Generation::V1, &format!("since={cursor}&limit=1"))?;
        Ok(that(first["events"] != second["events"] && second["cursor"].as_i64() > Some(cursor), || {
            second.to_string()
        })?)
    });
    list.one("EVT-06", "since=now has nothing yet", |w| {
        let body = events(w, Generation::V1, "since=now")?;
        Ok(that(rows(&body, "events").is_empty(), || body.to_string())?)
    });
    list.both("EVT-07", "a parameter that is no number is refused in words", |w, g| {
        events(w, g, "since=0&limit=1")?;
        let body = w.get(g, "/events?since=kemarin")?.is(&[400])?.json()?;
        Ok(member(&body, "/message", Shape::Filled)?)
    });
    list.both("EVT-08", "events need a token", |w, g| {
        events(w, g, "since=0&limit=1")?;
        let path = format!("{}/events?since=0", g.services());
        Ok(w.http.send("GET", &path, &[], b"")?.is(&[401]).map(drop)?)
    });
    list.one("EVT-09", "another company's events are others", |w| {
        let aju = w.followed()?.aju.clone();
        events(w, Generation::V1, "since=0&limit=1")?;
        let answer = w.foreign_get(Generation::V1, "/events?since=0&limit=100")?.is(&[200])?;
        Ok(that(!String::from_utf8_lossy(&answer.body).contains(&aju), || answer.excerpt())?)
    });
}

fn events(w: &World, g: Generation, query: &str) -> Result<Value, Miss> {
    let answer = w.get(g, &format!("/events?{query}"))?;
    if answer.status == 404 && answer.json().is_err() {
        return Err(Miss::Skipped("this server has no events"));
    }
    Ok(answer.is(&[200])?.json()?)
}
