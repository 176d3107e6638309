//! Letters and forms as PDF (h2h-api 1.5).

use serde_json::Value;

use crate::check::{Generation, List, Miss};
use crate::client::{Http, Reply};
use crate::expect::{rows, that};
use crate::world::{JSON, World};

/// Adds the chapter.
pub fn add(list: &mut List) {
    letters(list);
    forms(list);
    absent(list);
    journey(list);
}

fn letters(list: &mut List) {
    list.both("RSP-01", "download-respon answers a PDF for every letter", |w, g| {
        for letter in own(w, g)? {
            pdf(&w.get(g, &format!("/download-respon?path={}", path(&letter)))?)?;
        }
        Ok(())
    });
    list.both("RSP-02", "a download has a file name", |w, g| {
        let answer = w.get(g, &format!("/download-respon?path={}", path(&bill(w)?)))?;
        let disposition = answer.header("content-disposition").to_owned();
        Ok(that(disposition.contains("filename=") && disposition.contains(".pdf"), || disposition)?)
    });
    list.both("RSP-03", "the path may be escaped", |w, g| {
        let escaped = path(&bill(w)?).replace('/', "%2F");
        Ok(pdf(&w.get(g, &format!("/download-respon?path={escaped}"))?)?)
    });
    list.both("RSP-04", "the path below the services is the same letter", |w, g| {
        same(w, g, &format!("/{}", path(&bill(w)?)))
    });
    list.both("RSP-05", "respon/pdf by code and aju is the same letter", |w, g| {
        same(w, g, &format!("/respon/pdf?kodeRespon=2020&nomorAju={}", w.followed()?.aju))
    });
    list.both("RSP-06", "respon/billing by billing code is the same letter", |w, g| {
        let bill = bill(w)?;
        let code = bill["billingPungutans"][0]["kodeBilling"].as_str();
        let code = code.ok_or_else(|| format!("no billing code: {}", bill["billingPungutans"]))?;
        same(w, g, &format!("/respon/billing?kodeBilling={code}"))
    });
    list.one("RSP-07", "a letter has the same bytes every time", |w| {
        same(w, Generation::V1, &format!("/download-respon?path={}", path(&bill(w)?)))
    });
    list.one("RSP-08", "a download is a PDF whatever Accept says", |w| {
        let path = format!("/openapi/download-respon?path={}", path(&bill(w)?));
        Ok(pdf(&w.send("GET", &path, &[("accept", "application/json")], b"")?)?)
    });
    list.one("RSP-09", "a billing code has 15 digits", |w| {
        let bill = bill(w)?;
        Ok(crate::expect::member(
            &bill,
            "/billingPungutans/0/kodeBilling",
            crate::expect::Shape::Like("999999999999999"),
        )?)
    });
}

fn forms(list: &mut List) {
    for (n, stage) in (20..).zip(["", "/final"]) {
        list.both(format!("RSP-{n}"), format!("respon/cetak-formulir{stage} answers a PDF"), move |w, g| {
            Ok(pdf(&w.get(g, &format!("/respon/cetak-formulir{stage}?nomorAju={}", w.followed()?.aju))?)?)
        });
    }
    list.both("RSP-22", "respon/cetak-formulir/draft answers a PDF of a draft", |w, g| {
        let doc = w.fresh()?;
        w.post(g, "/document", &doc)?.is(&[200])?;
        let aju = doc["nomorAju"].as_str().unwrap_or_default();
        Ok(pdf(&w.get(g, &format!("/respon/cetak-formulir/draft?nomorAju={aju}"))?)?)
    });
    list.both("RSP-23", "respon/npe-bc33 answers without a fault", |w, g| {
        let answer = w.get(g, "/respon/npe-bc33/33/2026-01-02?kodeGudang=PRK1")?.is(&[200, 400, 404])?;
        Ok(answer.json().map(drop)?)
    });
}

fn absent(list: &mut List) {
    let ways = [
        "/download-respon?path=respon/2026/1/1/tidak-ada.pdf",
        "/download-respon?path=../../etc/passwd",
        "/download-respon?path=..%2F..%2Fetc%2Fpasswd",
        "/download-respon",
        "/respon/2026/1/1/tidak-ada.pdf",
        "/respon/pdf?kodeRespon=2020&nomorAju=00000000000000000000000000",
        "/respon/pdf",
        "/respon/billing?kodeBilling=000000000000000",
        "/respon/cetak-formulir?nomorAju=00000000000000000000000000",
    ];
    for (n, way) in (40..).zip(ways) {
        list.both(format!("RSP-{n}"), format!("{way} answers no PDF and no fault"), move |w, g| {
            let answer = w.get(g, way)?.is(&[400, 404])?;
            Ok(that(!answer.body.starts_with(b"%PDF-"), || "a PDF".into())?)
        });
    }
    type Asked = fn(&str, &Value) -> String;
    let foreign: [(u32, &str, Asked); 4] = [
        (50, "download-respon", |_, l| format!("/download-respon?path={}", path(l))),
        (51, "respon/pdf", |aju, _| format!("/respon/pdf?kodeRespon=2020&nomorAju={aju}")),
        (52, "respon/billing", |_, l| {
            format!("/respon/billing?kodeBilling={}", l["billingPungutans"][0]["kodeBilling"].as_str().unwrap_or("-"))
        }),
        (53, "cetak-formulir", |aju, _| format!("/respon/cetak-formulir?nomorAju={aju}")),
    ];
    for (n, what, way) in foreign {
        list.both(format!("RSP-{n}"), format!("{what} of another company's document answers 404"), move |w, g| {
            let way = way(&w.followed()?.aju, &bill(w)?);
            Ok(w.foreign_get(g, &way)?.is(&[404]).map(drop)?)
        });
    }
}

fn journey(list: &mut List) {
    list.one("RSP-60", "a paid bill brings its receipt (BPN)", |w| {
        pay(w)?;
        Ok(w.until_letter(&w.followed()?.aju, "BPN").map(drop)?)
    });
    list.one("RSP-61", "the paid document has a registration number in its steps", |w| {
        released(w)?;
        let status = w.status(Generation::V1, &w.followed()?.aju)?;
        let newest = rows(&status, "dataStatus").first().cloned().unwrap_or_default();
        Ok(crate::expect::member(&newest, "/nomorDaftar", crate::expect::Shape::Like("999999"))?)
    });
    list.one("RSP-62", "the released document has its SPPB (2003) as PDF", |w| {
        released(w)?;
        Ok(pdf(&w.get(Generation::V1, &format!("/respon/pdf?kodeRespon=2003&nomorAju={}", w.followed()?.aju))?)?)
    });
}

/// Pays at the simulated bank; a bill that is paid already stays so.
fn pay(w: &World) -> crate::Verdict {
    let Some(simulator) = &w.options.simulator else { return Err(Miss::Skipped("needs --simulator")) };
    let bill = bill(w)?;
    let code = bill["billingPungutans"][0]["kodeBilling"].as_str().unwrap_or_default();
    let answer = Http::new(simulator).send("POST", &format!("/mpn/v1/billing/{code}/bayar"), JSON, b"{}")?;
    Ok(answer.is(&[200, 409]).map(drop)?)
}

fn released(w: &World) -> crate::Verdict {
    if w.options.position.is_none() {
        return Err(Miss::Skipped("needs --simulator and --position"));
    }
    pay(w)?;
    Ok(w.until_letter(&w.followed()?.aju, "2003").map(drop)?)
}

/// The letters of the followed document.
fn own(w: &World, g: Generation) -> Result<Vec<Value>, String> {
    let status = w.status(g, &w.followed()?.aju.clone())?;
    let letters: Vec<Value> =
        rows(&status, "dataRespon").iter().filter(|row| row["pdf"].is_string()).cloned().collect();
    that(!letters.is_empty(), || "no letter has a pdf".into())?;
    Ok(letters)
}

/// Its bill.
fn bill(w: &World) -> Result<Value, String> {
    let letters = own(w, Generation::V1)?;
    letters.into_iter().find(|row| row["kodeRespon"] == "2020").ok_or_else(|| "no letter 2020 with a pdf".into())
}

fn path(letter: &Value) -> &str {
    letter["pdf"].as_str().unwrap_or_default()
}

/// The way leads to the same bytes as the bill's own path.
fn same(w: &World, g: Generation, way: &str) -> crate::Verdict {
    let first = w.get(g, &format!("/download-respon?path={}", path(&bill(w)?)))?;
    let second = w.get(g, way)?;
    pdf(&second)?;
    Ok(that(first.body == second.body, || format!("{} bytes and {} bytes", first.body.len(), second.body.len()))?)
}

/// A whole PDF, announced as one.
fn pdf(answer: &Reply) -> Result<(), String> {
    let answer = answer.clone().is(&[200])?;
    that(answer.header("content-type").starts_with("application/pdf"), || answer.header("content-type").to_owned())?;
    let tail = answer.body.len().saturating_sub(1_024);
    let whole = answer.body.starts_with(b"%PDF-") && answer.body[tail..].windows(5).any(|five| five == b"%%EOF");
    that(whole, || format!("no PDF: {}", answer.excerpt()))
}
