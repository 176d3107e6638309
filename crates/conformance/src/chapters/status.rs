//! Status of documents (h2h-api 1.5).

use serde_json::Value;

use crate::check::{Generation, List};
use crate::expect::{Shape, member, members, rows, that};
use crate::world::World;

/// Members of a row of `dataStatus`.
const STEP: [(&str, Shape); 8] = [
    ("/nomorAju", Shape::Like("AAAAAAAAAAAAAAAAAAAAAAAAAA")),
    ("/kodeProses", Shape::Like("999")),
    ("/kodeStatus", Shape::Like("999")),
    ("/keterangan", Shape::Filled),
    ("/nomorDaftar", Shape::LikeOrNull("999999")),
    ("/tanggalDaftar", Shape::LikeOrNull("99-99-9999")),
    ("/waktuStatus", Shape::Like("9999-99-99 99:99:99.99")),
    ("/kodeDokumen", Shape::Is("20")),
];

/// Members of a row of `dataRespon`.
const LETTER: [(&str, Shape); 13] = [
    ("/nomorAju", Shape::Like("AAAAAAAAAAAAAAAAAAAAAAAAAA")),
    ("/kodeDokumen", Shape::Is("20")),
    ("/kodeRespon", Shape::Filled),
    ("/nomorDaftar", Shape::LikeOrNull("999999")),
    ("/tanggalDaftar", Shape::LikeOrNull("9999-99-99 99:99:99")),
    ("/nomorRespon", Shape::LikeOrNull("999999/KBC.9999/9999")),
    ("/tanggalRespon", Shape::Like("9999-99-99 99:99:99")),
    ("/waktuRespon", Shape::Like("9999-99-99 99:99:99.99")),
    ("/waktuStatus", Shape::Like("9999-99-99 99:99:99.99")),
    ("/keterangan", Shape::Filled),
    ("/pesan", Shape::List),
    ("/pdf", Shape::TextOrNull),
    ("/billingPungutans", Shape::ListOrNull),
];

/// Adds the chapter.
pub fn add(list: &mut List) {
    shapes(list);
    order(list);
    many(list);
    company(list);
}

fn shapes(list: &mut List) {
    list.both("STS-01", "a found document answers 200 Success, Data Ditemukan", |w, g| {
        let body = own(w, g)?;
        Ok(members(&body, &[("/status", Shape::Is("Success")), ("/message", Shape::Is("Data Ditemukan"))])?)
    });
    list.both("STS-02", "dataStatus and dataRespon are lists", |w, g| {
        let body = own(w, g)?;
        Ok(members(&body, &[("/dataStatus", Shape::List), ("/dataRespon", Shape::List)])?)
    });
    for (n, (pointer, shape)) in (10..).zip(STEP) {
        list.both(format!("STS-{n}"), format!("every row of dataStatus has {pointer} as {shape:?}"), move |w, g| {
            each(&own(w, g)?, "dataStatus", |row| member(row, pointer, shape))
        });
    }
    for (n, (pointer, shape)) in (20..).zip(LETTER) {
        list.both(format!("STS-{n}"), format!("every row of dataRespon has {pointer} as {shape:?}"), move |w, g| {
            each(&own(w, g)?, "dataRespon", |row| member(row, pointer, shape))
        });
    }
    list.both("STS-40", "kodeStatus repeats kodeProses", |w, g| {
        each(&own(w, g)?, "dataStatus", |row| that(row["kodeProses"] == row["kodeStatus"], || row.to_string()))
    });
    list.both("STS-41", "pdf is a relative path that ends with .pdf", |w, g| {
        each(&own(w, g)?, "dataRespon", |row| {
            let Some(path) = row["pdf"].as_str() else { return Ok(()) };
            let relative = !path.starts_with('/') && !path.contains("://") && path.ends_with(".pdf");
            that(relative, || path.to_owned())
        })
    });
    list.both("STS-42", "pesan holds uraian1 and uraian2", |w, g| {
        each(&own(w, g)?, "dataRespon", |row| {
            let lines = rows(row, "pesan").iter();
            lines
                .clone()
                .try_for_each(|line| members(line, &[("/uraian1", Shape::Present), ("/uraian2", Shape::Present)]))
        })
    });
    list.both("STS-43", "all rows are of the aju that was asked", |w, g| {
        let (body, aju) = (own(w, g)?, &w.followed()?.aju);
        let all = rows(&body, "dataStatus").iter().chain(rows(&body, "dataRespon"));
        let foreign: Vec<_> = all.filter(|row| row["nomorAju"] != aju.as_str()).collect();
        Ok(that(foreign.is_empty(), || format!("{foreign:?}"))?)
    });
    list.one("STS-44", "a BC 2.0 is received (2000) and billed (2020)", |w| {
        let body = own(w, Generation::V1)?;
        let codes: Vec<_> = rows(&body, "dataRespon").iter().filter_map(|row| row["kodeRespon"].as_str()).collect();
        Ok(that(codes.contains(&"2000") && codes.contains(&"2020"), || format!("{codes:?}"))?)
    });
}

fn order(list: &mut List) {
    for (n, name, time) in [(50, "dataStatus", "waktuStatus"), (51, "dataRespon", "waktuRespon")] {
        list.both(format!("STS-{n}"), format!("{name} is newest first"), move |w, g| {
            let body = own(w, g)?;
            let times: Vec<&str> = rows(&body, name).iter().filter_map(|row| row[time].as_str()).collect();
            let falling = times.len() > 1 && times.windows(2).all(|pair| pair[0] >= pair[1]);
            Ok(that(falling, || format!("{times:?}"))?)
        });
    }
    list.both("STS-52", "the first step, 001, stands last", |w, g| {
        let body = own(w, g)?;
        let last = rows(&body, "dataStatus").last().cloned().unwrap_or_default();
        Ok(that(last["kodeProses"] == "001", || last.to_string())?)
    });
}

fn many(list: &mut List) {
    list.both("STS-60", "a comma list answers for each aju", |w, g| {
        let draft = w.fresh()?;
        w.post(g, "/document", &draft)?.is(&[200])?;
        let (one, two) = (w.followed()?.aju.clone(), draft["nomorAju"].as_str().unwrap_or_default().to_owned());
        let body = w.status(g, &format!("{one},{two}"))?;
        let has = |aju: &str| rows(&body, "dataStatus").iter().any(|row| row["nomorAju"] == aju);
        Ok(that(has(&one) && has(&two), || format!("{one} {two}: {}", body["message"]))?)
    });
    list.both("STS-61", "25 ajus are answered", |w, g| {
        let list = [w.followed()?.aju.clone()].into_iter().chain((0..24).map(|_| w.aju()));
        let body = w.status(g, &list.collect::<Vec<_>>().join(","))?;
        Ok(member(&body, "/status", Shape::Is("Success"))?)
    });
    list.both("STS-62", "26 ajus are refused", |w, g| {
        let list: Vec<String> = (0..26).map(|_| w.aju()).collect();
        Ok(w.get(g, &format!("/status/{}", list.join(",")))?.is(&[400])?.json().map(drop)?)
    });
    list.both("STS-63", "an unknown aju answers 200 Failed, Data Tidak Ditemukan", |w, g| {
        nothing(&w.status(g, &w.aju())?)
    });
    list.both("STS-64", "what is no aju answers the same", |w, g| nothing(&w.status(g, "bukan-aju")?));
    list.one("STS-65", "another company's aju answers as an unknown one", |w| {
        let path = format!("/status/{}", w.followed()?.aju);
        nothing(&w.foreign_get(Generation::V1, &path)?.is(&[200])?.json()?)
    });
}

fn company(list: &mut List) {
    type Written = fn(&str) -> String;
    let forms: [(&str, Written); 3] =
        [("15", |n| n[1..].to_owned()), ("16", str::to_owned), ("22", |n| format!("{n}000000"))];
    for (n, (digits, form)) in (70..).zip(forms) {
        list.both(format!("STS-{n}"), format!("idPerusahaan of {digits} digits names the company"), move |w, g| {
            let aju = w.followed()?.aju.clone();
            let id = form(&w.frame()?.npwp);
            let body = w.get(g, &format!("/status?idPerusahaan={id}"))?.is(&[200])?.json()?;
            let found = rows(&body, "dataStatus").iter().any(|row| row["nomorAju"] == aju.as_str());
            Ok(that(body["status"] == "Success" && found, || format!("{} {}", body["status"], body["message"]))?)
        });
    }
    for (n, (what, id)) in
        (73..).zip([("another company", "0010000000000000"), ("no number", "bukan-nomor"), ("one digit", "1")])
    {
        list.both(
            format!("STS-{n}"),
            format!("idPerusahaan of {what}: 200, Data Perusahaan Tidak Sesuai"),
            move |w, g| {
                let body = w.get(g, &format!("/status?idPerusahaan={id}"))?.is(&[200])?.json()?;
                let wanted =
                    [("/status", Shape::Is("Failed")), ("/message", Shape::Is("Data Perusahaan Tidak Sesuai"))];
                Ok(members(&body, &wanted)?)
            },
        );
    }
    for (n, path) in [(76, "/status"), (77, "/status?lain=1")] {
        list.both(
            format!("STS-{n}"),
            format!("{path} misses its parameter: 500 in the gateway's words"),
            move |w, g| {
                let answer = w.get(g, path)?.is(&[500])?;
                let text = String::from_utf8_lossy(&answer.body).into_owned();
                Ok(that(text.contains("Required String parameter 'idPerusahaan' is not present"), || answer.excerpt())?)
            },
        );
    }
}

/// The status of the followed document, asked anew.
fn own(w: &World, g: Generation) -> Result<Value, String> {
    w.status(g, &w.followed()?.aju.clone())
}

/// Every row of a list, of which there must be some.
fn each(body: &Value, list: &str, look: impl Fn(&Value) -> Result<(), String>) -> crate::Verdict {
    that(!rows(body, list).is_empty(), || format!("{list} is empty"))?;
    Ok(rows(body, list).iter().try_for_each(look)?)
}

fn nothing(body: &Value) -> crate::Verdict {
    let wanted = [("/status", Shape::Is("Failed")), ("/message", Shape::Is("Data Tidak Ditemukan"))];
    Ok(members(body, &wanted)?)
}
