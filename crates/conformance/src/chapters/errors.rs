//! Refusals in the words that clients know (h2h-api 1.9, 1.10).

use crate::check::List;
use crate::expect::{Shape, member, that};

/// Paths that are served for one method only, and the method that is refused.
const METHODS: [(&str, &str); 10] = [
    ("GET", "/document"),
    ("GET", "/document/check"),
    ("PUT", "/document"),
    ("DELETE", "/document"),
    ("POST", "/status"),
    ("POST", "/status/x"),
    ("POST", "/kurs/USD"),
    ("POST", "/download-respon"),
    ("DELETE", "/respon/pdf"),
    ("PUT", "/tarif-hs"),
];

/// Adds the chapter.
pub fn add(list: &mut List) {
    for (n, path) in
        (1..).zip(["/tidak-ada", "/document/apa/ini", "/respon/cetak-formulir/lain", "/kurs", "/file/lain"])
    {
        list.both(format!("ERR-{n:02}"), format!("{path}: 404, Object Not Found"), move |w, g| {
            let answer = w.get(g, path)?.is(&[404])?;
            Ok(that(answer.body == b"Object Not Found", || answer.excerpt())?)
        });
    }
    list.both("ERR-08", "an unknown path below the log-in: 404, Object Not Found", |w, g| {
        let answer = w.http.send("GET", &format!("{}/tidak-ada", g.auth()), &[], b"")?.is(&[404])?;
        Ok(that(answer.body == b"Object Not Found", || answer.excerpt())?)
    });
    list.both("ERR-09", "an unknown path is unknown to POST too", |w, g| {
        let answer = w.send("POST", &format!("{}/tidak-ada", g.services()), &[], b"{}")?.is(&[404])?;
        Ok(that(answer.body == b"Object Not Found", || answer.excerpt())?)
    });
    for (n, (method, path)) in (10..).zip(METHODS) {
        list.both(format!("ERR-{n}"), format!("{method} {path}: 405 in the gateway's words"), move |w, g| {
            let answer = w.send(method, &format!("{}{path}", g.services()), &[], b"")?.is(&[405])?.json()?;
            let words = format!("Method not allowed : {}", method.to_lowercase());
            Ok(that(answer["Exception"] == words.as_str(), || answer.to_string())?)
        });
    }
    list.both("ERR-30", "an unauthorised request says so in the gateway's shape alone", |w, g| {
        let answer = w.http.send("GET", &format!("{}/status/x", g.services()), &[], b"")?.is(&[401])?.json()?;
        member(&answer, "/Exception", Shape::Is(" Unauthorized application request"))?;
        Ok(that(answer.as_object().is_some_and(|o| o.len() == 1), || answer.to_string())?)
    });
    list.both("ERR-31", "a service's refusal is not the gateway's", |w, g| {
        let answer = w.get(g, "/respon/pdf?kodeRespon=2020&nomorAju=00000000000000000000000000")?.json()?;
        that(answer.get("Exception").is_none(), || answer.to_string())?;
        Ok(member(&answer, "/message", Shape::Present)?)
    });
    list.both("ERR-32", "refusals carry no traces of the machine", |w, g| {
        for path in ["/respon/pdf", "/download-respon?path=x", "/kurs/USD?tanggal=x", "/status", "/tidak-ada"] {
            let answer = w.get(g, path)?;
            let text = String::from_utf8_lossy(&answer.body).to_lowercase();
            let trace =
                ["panicked", "src/", "stack", "sqlite", "postgres", "select "].into_iter().find(|t| text.contains(t));
            that(trace.is_none(), || format!("{path}: {}", answer.excerpt()))?;
        }
        Ok(())
    });
}
