//! Headers as clients really send them (h2h-api 1.2).

use crate::check::{Generation, List};
use crate::client::Reply;
use crate::expect::{Shape, member, that};
use crate::world::World;

/// Services that never answer without a token: method and path.
const GUARDED: [(&str, &str); 17] = [
    ("POST", "/document"),
    ("POST", "/document?isFinal=true"),
    ("POST", "/document/check"),
    ("GET", "/status?idPerusahaan=1"),
    ("GET", "/status/x"),
    ("GET", "/download-respon?path=x"),
    ("GET", "/respon/pdf?kodeRespon=2020&nomorAju=x"),
    ("GET", "/respon/billing?kodeBilling=x"),
    ("GET", "/respon/cetak-formulir?nomorAju=x"),
    ("GET", "/kurs/USD"),
    ("GET", "/tarif-hs?kodeHs=84818099"),
    ("GET", "/hs-lartas?kodeHs=84818099"),
    ("GET", "/manifes-bc11?noHostBl=x&tglHostBl=01-01-2026&kodeKantor=040300&nama=x"),
    ("GET", "/pelabuhan/kata/jakarta"),
    ("GET", "/gudangTPS/kodeKantor/040300"),
    ("POST", "/file/dokumen"),
    ("GET", "/generate-pungutan/20/x"),
];

/// Headers that change nothing.
const HARMLESS: [(&str, &str, &str); 6] = [
    ("HDR-21", "origin", "https://contoh.invalid"),
    ("HDR-22", "id_platform", "PL001"),
    ("HDR-23", "nle-api-key", "0198c0de-0000-4000-8000-000000000001"),
    ("HDR-24", "content-type", "application/json;charset=UTF-8"),
    ("HDR-25", "accept", "*/*"),
    ("HDR-26", "accept-language", "en"),
];

/// Adds the chapter.
pub fn add(list: &mut List) {
    list.both("HDR-01", "Authorization: Bearer opens the services", |w, g| {
        let bearer = format!("Bearer {}", w.token()?);
        Ok(kurs(w, g, &[("authorization", &bearer)])?.is(&[200]).map(drop)?)
    });
    list.both("HDR-02", "the header Authentication is an alternative", |w, g| {
        Ok(kurs(w, g, &[("authentication", &w.token()?)])?.is(&[200]).map(drop)?)
    });
    list.both("HDR-03", "the word bearer may be written small", |w, g| {
        let bearer = format!("bearer {}", w.token()?);
        Ok(kurs(w, g, &[("authorization", &bearer)])?.is(&[200]).map(drop)?)
    });
    list.one("HDR-04", "an API key is optional on the first paths", |w| {
        let bearer = format!("Bearer {}", w.token()?);
        let answer = w.http.send("GET", "/openapi/kurs/USD", &[("authorization", &bearer)], b"")?;
        Ok(answer.is(&[200]).map(drop)?)
    });
    list.both("HDR-05", "a made-up token is refused in the gateway's words", |w, g| {
        refused(kurs(w, g, &[("authorization", "Bearer bukan-token")])?)
    });
    list.both("HDR-06", "an empty Authorization is refused", |w, g| refused(kurs(w, g, &[("authorization", "")])?));
    list.both("HDR-07", "Basic credentials are refused", |w, g| {
        refused(kurs(w, g, &[("authorization", "Basic aW1wb3J0aXI6cmFoYXNpYQ==")])?)
    });
    for (id, name, value) in HARMLESS {
        list.both(id, format!("{name}: {value} changes nothing"), move |w, g| {
            let bearer = format!("Bearer {}", w.token()?);
            Ok(kurs(w, g, &[("authorization", &bearer), (name, value)])?.is(&[200]).map(drop)?)
        });
    }
    list.both("HDR-30", "JSON is announced as application/json", |w, g| {
        let answer = w.get(g, "/kurs/USD")?;
        let media = answer.header("content-type").to_owned();
        Ok(that(media.starts_with("application/json"), || media)?)
    });
    for (n, (method, path)) in (40..).zip(GUARDED) {
        list.both(format!("HDR-{n}"), format!("{method} {path} needs a token"), move |w, g| {
            refused(w.http.send(method, &format!("{}{path}", g.services()), &[], b"")?)
        });
    }
}

fn kurs(w: &World, g: Generation, headers: &[(&str, &str)]) -> Result<Reply, String> {
    let mut all = headers.to_vec();
    if let Some(key) = &w.options.api_key {
        all.push(("beacukai-api-key", key));
    }
    w.http.send("GET", &format!("{}/kurs/USD", g.services()), &all, b"")
}

fn refused(answer: Reply) -> crate::Verdict {
    let body = answer.is(&[401])?.json()?;
    Ok(member(&body, "/Exception", Shape::Is(" Unauthorized application request"))?)
}
