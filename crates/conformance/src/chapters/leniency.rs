//! What clients do wrongly and a server must take (h2h-api 1.4, 2, 7).

use serde_json::{Value, json};

use crate::check::{Generation, List};
use crate::expect::{rows, that};
use crate::world::{JSON, World};

/// Spellings of `isFinal` that store a draft.
const DRAFTS: [&str; 8] = [
    "/document?isFinal=false",
    "/document?isFinalfalse",
    "/document?isFinal",
    "/document?isFinal=",
    "/document/isFinal=false",
    "/document?isFinal=0",
    "/document?isFinal=ya",
    "/document?isFinal=false&isRevision=false",
];

/// Spellings that send.
const FINALS: [&str; 4] = [
    "/document?isFinal=true",
    "/document?isFinal=1",
    "/document?isRevision=false&isFinal=true",
    "/document?isFinal=true&isRevision=",
];

/// What is done to a right document without making it wrong.
type Change = fn(&mut Value);

const HARMLESS: [(&str, Change); 17] = [
    ("an unknown member at the root", |d| d["app_id"] = json!("aplikasi-lama")),
    ("an unknown member in the goods", |d| d["barang"][0]["namaSatuan"] = json!("PIECE")),
    ("an unknown member in entitas", |d| d["entitas"][0]["namaJenisIdentitas"] = json!("NPWP 16")),
    ("an unknown list", |d| d["lampiranSaya"] = json!([{ "a": [1, 2, { "b": null }] }])),
    ("members of an export: idHeader, status, message, email", |d| {
        d["idHeader"] = Value::Null;
        d["status"] = json!("OK");
        d["message"] = json!("");
        d["email"] = Value::Null;
    }),
    ("null in optional members", |d| {
        for name in ["volume", "nilaiMaklon", "totalDanaSawit", "idPengguna", "kodePelTransit"] {
            d[name] = Value::Null;
        }
    }),
    ("null in optional members of goods", |d| {
        for name in ["volume", "tahunPembuatan", "kapasitasSilinder", "persentaseImpor", "hjeCukai"] {
            d["barang"][0][name] = Value::Null;
        }
    }),
    ("entitas in another order", |d| reverse(&mut d["entitas"])),
    ("dokumen in another order", |d| reverse(&mut d["dokumen"])),
    ("barangTarif in another order", |d| reverse(&mut d["barang"][0]["barangTarif"])),
    ("seriDokumen as a number", |d| d["barang"][0]["barangDokumen"][0]["seriDokumen"] = json!(1)),
    ("seriDokumen as text", |d| d["dokumen"][0]["seriDokumen"] = json!("1")),
    ("seriBarang as text", |d| d["barang"][0]["seriBarang"] = json!("1")),
    ("amounts as numeric texts", |d| {
        for name in ["bruto", "netto", "ndpbm", "freight", "asuransi", "fob", "cif"] {
            d[name] = text_of(&d[name]);
        }
    }),
    ("amounts of goods as numeric texts", |d| {
        for name in ["netto", "cif", "fob", "jumlahSatuan", "hargaSatuan", "jumlahKemasan"] {
            d["barang"][0][name] = text_of(&d["barang"][0][name]);
        }
    }),
    ("jumlahKontainer as text", |d| d["jumlahKontainer"] = text_of(&d["jumlahKontainer"])),
    ("a client of schema 0.5.7.18 without the members of 0.5.7.23", |d| {
        for item in d["barang"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
            for name in ["metodePenentuanNilai", "alasanMetodePenentuanNilai", "statementPerbedaanHarga", "kodeBarang"]
            {
                item.remove(name);
            }
        }
        for entity in d["entitas"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
            entity.remove("kodeAfiliasi");
        }
    }),
];

/// Adds the chapter.
pub fn add(list: &mut List) {
    for (n, path) in (1..).zip(DRAFTS) {
        list.both(format!("LEN-{n:02}"), format!("{path} stores a draft"), move |w, g| sends(w, g, path, false));
    }
    for (n, path) in (11..).zip(FINALS) {
        list.both(format!("LEN-{n}"), format!("{path} sends"), move |w, g| sends(w, g, path, true));
    }
    for (n, (what, change)) in (20..).zip(HARMLESS) {
        list.one(format!("LEN-{n}"), format!("{what}: accepted"), move |w| {
            let mut doc = w.fresh()?;
            change(&mut doc);
            let answer = w.post(Generation::V1, "/document/check", &doc)?.is(&[200])?.json()?;
            Ok(that(answer["status"] == "OK", || answer.to_string())?)
        });
    }
    list.one("LEN-40", "members may come in any order", |w| {
        let doc = w.fresh()?;
        let members = doc.as_object().ok_or_else(|| "no object".to_owned())?;
        let turned: serde_json::Map<_, _> = members.iter().rev().map(|(k, v)| (k.clone(), v.clone())).collect();
        Ok(w.post(Generation::V1, "/document/check", &Value::Object(turned))?.is(&[200]).map(drop)?)
    });
    list.one("LEN-41", "blanks and line breaks change nothing", |w| {
        let pretty = serde_json::to_string_pretty(&w.fresh()?).map_err(|e| e.to_string())?;
        Ok(w.send("POST", "/openapi/document/check", JSON, pretty.as_bytes())?.is(&[200]).map(drop)?)
    });
    list.one("LEN-42", "texts beyond ASCII are kept", |w| {
        let mut doc = w.fresh()?;
        doc["barang"][0]["uraian"] = json!("Katup «bola» kuningan – 1/2″ 阀门");
        Ok(w.post(Generation::V1, "/document/check", &doc)?.is(&[200]).map(drop)?)
    });
    list.one("LEN-43", "separators in the aju of the status are taken out", |w| {
        let aju = &w.followed()?.aju;
        let grouped = format!("{}-{}-{}-{}", &aju[..6], &aju[6..12], &aju[12..20], &aju[20..]);
        let status = w.status(Generation::V1, &grouped)?;
        Ok(that(status["status"] == "Success", || status.to_string())?)
    });
}

fn sends(w: &World, g: Generation, path: &str, for_good: bool) -> crate::Verdict {
    let doc = w.fresh()?;
    w.post(g, path, &doc)?.is(&[200])?;
    let status = w.status(g, doc["nomorAju"].as_str().unwrap_or_default())?;
    let steps = rows(&status, "dataStatus").len();
    Ok(that((steps > 1) == for_good && steps > 0, || status["dataStatus"].to_string())?)
}

fn reverse(list: &mut Value) {
    if let Some(list) = list.as_array_mut() {
        list.reverse();
    }
}

fn text_of(value: &Value) -> Value {
    json!(value.to_string())
}
