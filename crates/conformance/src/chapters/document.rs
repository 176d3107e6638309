//! Sending and checking documents (h2h-api 1.4 and 2.1).

use serde_json::{Value, json};

use crate::check::{Generation, List};
use crate::client::Reply;
use crate::expect::{Shape, member, members, rows, that};
use crate::world::World;

/// Header members and lists without which a BC 2.0 is refused (h2h-api 2.1, column M).
const MANDATORY: [&str; 24] = [
    "jabatanTtd",
    "kodeCaraBayar",
    "kodeDokumen",
    "kodeJenisImpor",
    "kodeKantor",
    "kodePelMuat",
    "kodePelTujuan",
    "kodeTps",
    "kodeTutupPu",
    "kodeValuta",
    "kotaTtd",
    "namaTtd",
    "ndpbm",
    "bruto",
    "nomorAju",
    "tanggalTiba",
    "tanggalTtd",
    "barang",
    "entitas",
    "kemasan",
    "dokumen",
    "pengangkut",
    "freight",
    "asuransi",
];

/// The same in a goods line.
const MANDATORY_GOODS: [&str; 8] =
    ["posTarif", "uraian", "merk", "tipe", "jumlahSatuan", "kodeSatuanBarang", "jumlahKemasan", "kodeJenisKemasan"];

/// A member and a value that cannot be.
const WRONG: [(&str, &str); 20] = [
    ("/kodeJenisImpor", "\"9\""),
    ("/kodeCaraBayar", "\"99\""),
    ("/kodeTutupPu", "\"13\""),
    ("/kodeValuta", "\"ZZZ\""),
    ("/kodeAsuransi", "\"XX\""),
    ("/kodeKantor", "\"Tanjung Priok\""),
    ("/kodeIncoterm", "\"ABC\""),
    ("/kodeJenisProsedur", "\"7\""),
    ("/tanggalTiba", "\"2026-02-30\""),
    ("/tanggalTtd", "\"kemarin\""),
    ("/bruto", "-1"),
    ("/netto", "\"banyak\""),
    ("/ndpbm", "{\"nilai\":16300}"),
    ("/jumlahKontainer", "1.5"),
    ("/nomorAju", "\"0000\""),
    ("/barang", "\"tiga baris\""),
    ("/entitas", "{\"kodeEntitas\":\"1\"}"),
    ("/barang/0/posTarif", "\"8481\""),
    ("/barang/0/kodeNegaraAsal", "\"china\""),
    ("/barang/0/kodeKondisiBarang", "\"9\""),
];

/// Adds the chapter.
pub fn add(list: &mut List) {
    checking(list);
    sending(list);
    refusals(list);
    others(list);
}

fn checking(list: &mut List) {
    list.both("DOC-01", "check of a right document says OK", |w, g| {
        let body = w.post(g, "/document/check", &w.fresh()?)?.is(&[200])?.json()?;
        Ok(members(&body, &[("/status", Shape::Is("OK")), ("/message", Shape::Filled)])?)
    });
    list.both("DOC-02", "check stores nothing", |w, g| {
        let doc = w.fresh()?;
        w.post(g, "/document/check", &doc)?.is(&[200])?;
        nothing_stored(w, g, &doc)
    });
    list.both("DOC-03", "a right document rejects in no finding", |w, g| {
        let body = w.post(g, "/document/check", &w.fresh()?)?.is(&[200])?.json()?;
        let rejected = rows(&body, "temuan").iter().filter(|f| f["severity"] == "reject").count();
        Ok(that(rejected == 0, || body["temuan"].to_string())?)
    });
}

fn sending(list: &mut List) {
    let answer = [
        ("/status", Shape::Is("OK")),
        ("/message", Shape::Is("Sukses, Data Berhasil Ditambahkan")),
        ("/idHeader", Shape::Uuid),
    ];
    for (id, title, path) in [
        ("DOC-10", "a draft is stored by default", "/document"),
        ("DOC-11", "isFinal=false stores a draft", "/document?isFinal=false"),
        ("DOC-12", "isFinal=true sends", "/document?isFinal=true"),
    ] {
        list.both(id, format!("{title} and answers status, message, idHeader"), move |w, g| {
            Ok(members(&w.post(g, path, &w.fresh()?)?.is(&[200])?.json()?, &answer)?)
        });
    }
    list.both("DOC-13", "a draft stands at step 001 alone", |w, g| {
        let doc = w.fresh()?;
        w.post(g, "/document", &doc)?.is(&[200])?;
        let status = w.status(g, aju(&doc))?;
        let steps: Vec<_> = rows(&status, "dataStatus").iter().map(|row| &row["kodeProses"]).collect();
        Ok(that(steps == [&json!("001")], || format!("{steps:?}"))?)
    });
    list.both("DOC-14", "a draft that is sent keeps its idHeader", |w, g| {
        let doc = w.fresh()?;
        let draft = w.post(g, "/document", &doc)?.is(&[200])?.json()?;
        let sent = w.post(g, "/document?isFinal=true", &doc)?.is(&[200])?.json()?;
        Ok(that(draft["idHeader"] == sent["idHeader"], || format!("{draft} / {sent}"))?)
    });
    list.one("DOC-15", "a document that is sent goes beyond step 001", |w| {
        let followed = w.followed()?;
        let status = w.status(Generation::V1, &followed.aju)?;
        Ok(that(rows(&status, "dataStatus").len() > 1, || status["dataStatus"].to_string())?)
    });
    list.one("DOC-16", "a draft may be wrong and is kept", |w| {
        let mut doc = w.fresh()?;
        doc["bruto"] = json!("empat ton lebih");
        w.post(Generation::V1, "/document?isFinal=false", &doc)?.is(&[200])?;
        let refused = w.post(Generation::V1, "/document?isFinal=true", &doc)?.is(&[400])?.json()?;
        Ok(member(&refused, "/status", Shape::OneOf(&["failed"]))?)
    });
    list.both("DOC-17", "GET of document is refused in the gateway's words", |w, g| {
        let body = w.get(g, "/document")?.is(&[405])?.json()?;
        Ok(member(&body, "/Exception", Shape::Is("Method not allowed : get"))?)
    });
}

fn refusals(list: &mut List) {
    for (n, name) in (100..).zip(MANDATORY) {
        list.one(format!("DOC-{n}"), format!("without {name} a document is refused"), move |w| {
            let mut doc = w.fresh()?;
            doc.as_object_mut().and_then(|members| members.remove(name));
            refused(w, &doc, name)
        });
    }
    for (n, name) in (130..).zip(MANDATORY_GOODS) {
        list.one(format!("DOC-{n}"), format!("without {name} in its goods a document is refused"), move |w| {
            let mut doc = w.fresh()?;
            doc["barang"][0].as_object_mut().and_then(|members| members.remove(name));
            refused(w, &doc, name)
        });
    }
    for (n, (pointer, value)) in (140..).zip(WRONG) {
        list.one(format!("DOC-{n}"), format!("{pointer} {value} is refused"), move |w| {
            let mut doc = w.fresh()?;
            let value: Value = serde_json::from_str(value).map_err(|e| e.to_string())?;
            *doc.pointer_mut(pointer).ok_or_else(|| format!("the sample lacks {pointer}"))? = value;
            refused(w, &doc, pointer.rsplit('/').next().unwrap_or_default())
        });
    }
    list.both("DOC-170", "a refusal has status, message and the aju", |w, g| {
        let doc = wrong_thrice(w)?;
        let body = w.post(g, "/document?isFinal=true", &doc)?.is(&[400])?.json()?;
        refusal_shape(&body)?;
        Ok(that(body["nomorAju"] == doc["nomorAju"], || body["nomorAju"].to_string())?)
    });
    list.both("DOC-171", "a refusal names all mistakes at once", |w, g| {
        let answer = w.post(g, "/document?isFinal=true", &wrong_thrice(w)?)?.is(&[400])?;
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        let missing: Vec<_> = ["kodeValuta", "netto", "posTarif"].into_iter().filter(|m| !text.contains(m)).collect();
        Ok(that(missing.is_empty(), || format!("not named: {missing:?} in {}", answer.excerpt()))?)
    });
    list.both("DOC-172", "a refused document is stored nowhere", |w, g| {
        let doc = wrong_thrice(w)?;
        w.post(g, "/document?isFinal=true", &doc)?.is(&[400])?;
        nothing_stored(w, g, &doc)
    });
    for (n, body) in (173..).zip(["[]", "null", "12", "\"x\"", "{}"]) {
        list.one(format!("DOC-{n}"), format!("{body} is no document"), move |w| {
            let answer = w.send("POST", "/openapi/document?isFinal=true", crate::world::JSON, body.as_bytes())?;
            Ok(refusal_shape(&answer.is(&[400])?.json()?)?)
        });
    }
}

fn others(list: &mut List) {
    list.both("DOC-180", "generate-pungutan computes the levies of a stored document", |w, g| {
        let doc = w.fresh()?;
        w.post(g, "/document", &doc)?.is(&[200])?;
        let body = w.get(g, &format!("/generate-pungutan/20/{}", aju(&doc)))?.is(&[200])?;
        Ok(that(String::from_utf8_lossy(&body.body).contains("PPN"), || body.excerpt())?)
    });
    list.both("DOC-181", "generate-pungutan of an unknown aju is not a fault", |w, g| {
        Ok(w.get(g, &format!("/generate-pungutan/20/{}", w.aju()))?.is(&[200, 400, 404]).map(drop)?)
    });
    for (n, kind) in (182..).zip(["23", "27", "33"]) {
        list.both(format!("DOC-{n}"), format!("document/detail/{kind} answers status, message, data"), move |w, g| {
            let answer = w.get(g, &format!("/document/detail/{kind}/{}/040300", w.aju()))?.is(&[200, 404])?.json()?;
            Ok(members(&answer, &[("/status", Shape::Present), ("/message", Shape::Filled)])?)
        });
    }
}

/// Three mistakes in different parts.
fn wrong_thrice(w: &World) -> Result<Value, String> {
    let mut doc = w.fresh()?;
    doc["kodeValuta"] = json!("ZZZ");
    doc["netto"] = json!("banyak");
    doc["barang"][0]["posTarif"] = json!("8481");
    Ok(doc)
}

/// The document is refused, and the answer names the member.
fn refused(w: &World, doc: &Value, name: &str) -> crate::Verdict {
    let answer: Reply = w.post(Generation::V1, "/document/check", doc)?.is(&[400])?;
    refusal_shape(&answer.json()?)?;
    let text = String::from_utf8_lossy(&answer.body).into_owned();
    Ok(that(text.contains(name), || format!("{name} is not named: {}", answer.excerpt()))?)
}

/// `{status: FAILED, message: text or list of texts, nomorAju}`.
pub fn refusal_shape(body: &Value) -> Result<(), String> {
    member(body, "/status", Shape::OneOf(&["failed"]))?;
    member(body, "/nomorAju", Shape::Present)?;
    let message = &body["message"];
    let texts = message.as_array().is_some_and(|list| !list.is_empty() && list.iter().all(Value::is_string));
    that(texts || message.as_str().is_some_and(|t| !t.is_empty()), || format!("message is {message}"))
}

fn aju(doc: &Value) -> &str {
    doc["nomorAju"].as_str().unwrap_or_default()
}

fn nothing_stored(w: &World, g: Generation, doc: &Value) -> crate::Verdict {
    Ok(member(&w.status(g, aju(doc))?, "/message", Shape::Is("Data Tidak Ditemukan"))?)
}
