//! Uploads (h2h-api 1.4, files).

use serde_json::json;

use crate::check::{Generation, List};
use crate::client::Reply;
use crate::expect::{Shape, member};
use crate::form::{self, CONTENT_TYPE, File, multipart};
use crate::world::World;

/// Path, and the member that numbers what the file belongs to.
const PATHS: [(&str, &str); 3] =
    [("/file/dokumen", "seriDokumen"), ("/file/barang", "seriBarang"), ("/file/upload-dokap-npd", "seriDokumen")];

/// Largest PDF, bytes (quality, uploads).
const LARGEST: usize = 5 << 20;

/// Adds the chapter.
pub fn add(list: &mut List) {
    list.both("FIL-01", "file/dokumen takes a PDF", |w, g| {
        accepted(upload(w, g, PATHS[0], ("faktur.pdf", &form::pdf()))?)
    });
    list.both("FIL-02", "file/barang takes a PDF", |w, g| {
        accepted(upload(w, g, PATHS[1], ("barang.pdf", &form::pdf()))?)
    });
    list.one("FIL-03", "upload-dokap-npd without an NPD is refused or kept, not a fault", |w| {
        let answer = upload(w, Generation::V2, PATHS[2], ("jawaban.pdf", &form::pdf()))?;
        Ok(answer.is(&[200, 201, 400, 404, 409])?.json().map(drop)?)
    });
    refusals(list);
}

fn refusals(list: &mut List) {
    type Sent = fn() -> (&'static str, Vec<u8>);
    let kinds: [(&str, Sent); 5] = [
        ("a text called .pdf", || ("faktur.pdf", b"ini bukan pdf".to_vec())),
        ("a program called .pdf", || ("faktur.pdf", b"MZ\x90\0\x03\0\0\0".to_vec())),
        ("an empty file", || ("faktur.pdf", Vec::new())),
        ("a page of HTML", || ("faktur.html", b"<html><script>alert(1)</script></html>".to_vec())),
        ("a PDF above 5 MB", || {
            let mut big = form::pdf();
            big.resize(LARGEST + 1_024, b' ');
            ("besar.pdf", big)
        }),
    ];
    for (n, (what, make)) in (10..).zip(kinds) {
        list.one(format!("FIL-{n}"), format!("{what} is refused"), move |w| {
            let (name, content) = make();
            refused(upload(w, Generation::V2, PATHS[0], (name, &content))?)
        });
    }
    list.one("FIL-20", "an upload without file is refused", |w| {
        let param = param(w, "seriDokumen", &w.followed()?.aju)?;
        refused(send(w, Generation::V2, "/file/dokumen", CONTENT_TYPE, &multipart(Some(&param), None))?)
    });
    list.one("FIL-21", "an upload without param is refused", |w| {
        let pdf = form::pdf();
        refused(send(w, Generation::V2, "/file/dokumen", CONTENT_TYPE, &multipart(None, Some(file("a.pdf", &pdf))))?)
    });
    list.one("FIL-22", "param that is no JSON is refused", |w| {
        let pdf = form::pdf();
        let body = multipart(Some("nomorAju=1"), Some(file("a.pdf", &pdf)));
        refused(send(w, Generation::V2, "/file/dokumen", CONTENT_TYPE, &body)?)
    });
    list.one("FIL-23", "a file for an unknown aju is refused", |w| {
        let (pdf, param) = (form::pdf(), param(w, "seriDokumen", &w.aju())?);
        let body = multipart(Some(&param), Some(file("a.pdf", &pdf)));
        refused(send(w, Generation::V2, "/file/dokumen", CONTENT_TYPE, &body)?)
    });
    list.one("FIL-24", "a file for a row that is not there is refused or kept, not a fault", |w| {
        let param = json!({ "nomorAju": w.followed()?.aju, "seriDokumen": 99, "npwp": w.frame()?.npwp }).to_string();
        let pdf = form::pdf();
        let body = multipart(Some(&param), Some(file("a.pdf", &pdf)));
        no_fault(send(w, Generation::V2, "/file/dokumen", CONTENT_TYPE, &body)?)
    });
    list.one("FIL-25", "another company's NPWP is refused", |w| {
        let param = json!({ "nomorAju": w.followed()?.aju, "seriDokumen": 1, "npwp": "0010000000000000" }).to_string();
        let pdf = form::pdf();
        let body = multipart(Some(&param), Some(file("a.pdf", &pdf)));
        refused(send(w, Generation::V2, "/file/dokumen", CONTENT_TYPE, &body)?)
    });
    list.one("FIL-26", "JSON instead of multipart is refused", |w| {
        refused(send(w, Generation::V2, "/file/dokumen", "application/json", b"{}")?)
    });
    list.one("FIL-27", "multipart that is cut off is refused", |w| {
        let (pdf, param) = (form::pdf(), param(w, "seriDokumen", &w.followed()?.aju)?);
        let body = multipart(Some(&param), Some(file("a.pdf", &pdf)));
        refused(send(w, Generation::V2, "/file/dokumen", CONTENT_TYPE, &body[..body.len() / 2])?)
    });
}

fn accepted(answer: Reply) -> crate::Verdict {
    Ok(member(&answer.is(&[200, 201])?.json()?, "/status", Shape::Present)?)
}

/// Refused by the service: a client's mistake with words, never a fault.
fn refused(answer: Reply) -> crate::Verdict {
    let body = answer.is(&[400, 404, 413, 415, 422])?.json()?;
    Ok(member(&body, "/message", Shape::Present)?)
}

/// Answered in words, whatever the answer.
fn no_fault(answer: Reply) -> crate::Verdict {
    Ok(answer.is(&[200, 400, 404, 409, 422])?.json().map(drop)?)
}

fn upload(
    w: &World,
    g: Generation,
    (path, serial): (&str, &str),
    (name, content): (&str, &[u8]),
) -> Result<Reply, String> {
    let param = param(w, serial, &w.followed()?.aju)?;
    send(w, g, path, CONTENT_TYPE, &multipart(Some(&param), Some(file(name, content))))
}

fn param(w: &World, serial: &str, aju: &str) -> Result<String, String> {
    Ok(json!({ "nomorAju": aju, serial: 1, "npwp": w.frame()?.npwp, "keterangan": "uji" }).to_string())
}

fn file<'a>(name: &'a str, content: &'a [u8]) -> File<'a> {
    (name, "application/pdf", content)
}

fn send(w: &World, g: Generation, path: &str, media: &str, body: &[u8]) -> Result<Reply, String> {
    w.send("POST", &format!("{}{path}", g.services()), &[("content-type", media)], body)
}
