//! Look-ups (h2h-api 1.6).

use serde_json::Value;

use crate::check::{Generation, List};
use crate::expect::{Shape, member, members, rows, that};
use crate::world::World;

/// Members of the flat answer of `manifes-bc11`.
const MANIFEST: [&str; 20] = [
    "bendera",
    "caraPengangkutan",
    "idManifesDetail",
    "kodeGudang",
    "listContainer",
    "namaPemilik",
    "namaPenerima",
    "namaSaranaPengangkut",
    "nilaiSimi",
    "noBc11",
    "noPos",
    "noVoyage",
    "npwpPemilik",
    "npwpPenerima",
    "pelAsal",
    "pelBongkar",
    "pelTransit",
    "respon",
    "tglBc11",
    "tglTiba",
];

/// Adds the chapter.
pub fn add(list: &mut List) {
    kurs(list);
    tariff(list);
    places(list);
    manifest(list);
    list.both("REF-60", "tps/dokumen-pabean answers an object without a fault", |w, g| {
        let path = "/tps/dokumen-pabean?jnsDokumen=1&noDokumen=000001&tglDokumen=02-01-2026&kdKantor=040300";
        Ok(w.get(g, path)?.is(&[200, 400, 404])?.json().map(drop)?)
    });
}

fn kurs(list: &mut List) {
    let shape = [
        ("/status", Shape::Is("true")),
        ("/message", Shape::Is("success")),
        ("/data", Shape::List),
        ("/data/0/kodeValuta", Shape::Is("USD")),
        ("/data/0/nilaiKurs", Shape::NumberText),
        ("/data/0/tglAwalBerlaku", Shape::Like("9999-99-99")),
        ("/data/0/tglAkhirBerlaku", Shape::Like("9999-99-99")),
        ("/data/0/namaValuta", Shape::Present),
        ("/data/0/gambar", Shape::Present),
    ];
    for (n, (pointer, shape)) in (1..).zip(shape) {
        list.both(format!("REF-{n:02}"), format!("kurs answers {pointer} as {shape:?}"), move |w, g| {
            Ok(member(&w.get(g, "/kurs/USD")?.is(&[200])?.json()?, pointer, shape)?)
        });
    }
    list.both("REF-10", "the rate holds on the day that was asked", |w, g| {
        let day = w.options.today.clone();
        let body = w.get(g, &format!("/kurs/USD?tanggal={day}"))?.is(&[200])?.json()?;
        let row = &body["data"][0];
        let holds = |row: &Value| {
            let (from, to) = (row["tglAwalBerlaku"].as_str()?, row["tglAkhirBerlaku"].as_str()?);
            Some(from <= day.as_str() && day.as_str() <= to)
        };
        Ok(that(holds(row) == Some(true), || row.to_string())?)
    });
    for (n, path) in [(11, "/kurs/XTS"), (12, "/kurs/DOLAR"), (13, "/kurs/USD?tanggal=1970-01-01")] {
        list.both(format!("REF-{n}"), format!("{path} answers 200 with empty data"), move |w, g| {
            let body = w.get(g, path)?.is(&[200])?.json()?;
            Ok(that(body["data"].as_array().is_some_and(Vec::is_empty), || body.to_string())?)
        });
    }
    list.both("REF-14", "a day in another form is no fault", |w, g| {
        Ok(w.get(g, "/kurs/USD?tanggal=06-03-2026")?.is(&[200, 400])?.json().map(drop)?)
    });
}

fn tariff(list: &mut List) {
    for (n, path, rows_in) in [(20, "tarif-hs", "posTarif"), (23, "hs-lartas", "data")] {
        list.both(format!("REF-{n}"), format!("{path} answers status true and the list {rows_in}"), move |w, g| {
            let body = w.get(g, &format!("/{path}?kodeHs=84818099"))?.is(&[200])?.json()?;
            member(&body, "/status", Shape::True)?;
            Ok(member(&body, &format!("/{rows_in}"), Shape::List)?)
        });
        list.both(format!("REF-{}", n + 1), format!("{path} of an unknown HS code is no fault"), move |w, g| {
            Ok(w.get(g, &format!("/{path}?kodeHs=00000000"))?.is(&[200, 404])?.json().map(drop)?)
        });
        list.both(format!("REF-{}", n + 2), format!("{path} without kodeHs is refused"), move |w, g| {
            Ok(w.get(g, &format!("/{path}"))?.is(&[200, 400, 500])?.json().map(drop)?)
        });
    }
    list.both("REF-26", "tarif-hs names levy and rate in each row", |w, g| {
        let day = &w.options.today;
        let body = w.get(g, &format!("/tarif-hs?kodeHs=84818099&tanggal={day}"))?.is(&[200])?.json()?;
        that(!rows(&body, "posTarif").is_empty(), || body.to_string())?;
        let wanted = [("/kodeJenisPungutan", Shape::Filled), ("/tarif", Shape::Present)];
        Ok(rows(&body, "posTarif").iter().try_for_each(|row| members(row, &wanted))?)
    });
}

fn places(list: &mut List) {
    let port = [
        ("/kodePelabuhan", Shape::Like("AAAAA")),
        ("/namaPelabuhan", Shape::Filled),
        ("/kodeKantor", Shape::Present),
        ("/namaKantor", Shape::Present),
    ];
    let store = [("/kodeGudang", Shape::Filled), ("/namaGudang", Shape::Present), ("/kodeKantor", Shape::Filled)];
    let paths: [(u32, &str, bool); 6] = [
        (30, "/pelabuhan/kata/shang", true),
        (32, "/pelabuhan/kodeKantor/040300", true),
        (34, "/gudangTPS/kodeKantor/040300", false),
        (36, "/referensi/pelabuhan-dalam-negeri/040300", true),
        (38, "/referensi/pelabuhan-luar-negeri/shang", true),
        (40, "/referensi/tps-gudang/040300", false),
    ];
    for (n, path, ports) in paths {
        list.both(format!("REF-{n}"), format!("{path} answers status, message, data, total"), move |w, g| {
            let body = w.get(g, path)?.is(&[200])?.json()?;
            let shape = [
                ("/status", Shape::Present),
                ("/message", Shape::Filled),
                ("/data", Shape::List),
                ("/total", Shape::Int),
            ];
            members(&body, &shape)?;
            let count = rows(&body, "data").len();
            Ok(that(count > 0 && body["total"].as_u64() >= u64::try_from(count).ok(), || body.to_string())?)
        });
        list.both(format!("REF-{}", n + 1), format!("{path}: every row is whole"), move |w, g| {
            let body = w.get(g, path)?.is(&[200])?.json()?;
            let wanted: &[_] = if ports { &port } else { &store };
            Ok(rows(&body, "data").iter().try_for_each(|row| members(row, wanted))?)
        });
    }
    let absent = ["/pelabuhan/kata/tidakadakotaini", "/pelabuhan/kodeKantor/999999", "/gudangTPS/kodeKantor/999999"];
    for (n, path) in (42..).zip(absent) {
        list.both(format!("REF-{n}"), format!("{path} answers 200 with empty data"), move |w, g| {
            let body = w.get(g, path)?.is(&[200])?.json()?;
            Ok(that(body["data"].as_array().is_some_and(Vec::is_empty), || body.to_string())?)
        });
    }
    list.both("REF-45", "referensi/kantor answers a list", |w, g| {
        Ok(member(&w.get(g, "/referensi/kantor?kata=priok")?.is(&[200])?.json()?, "/data", Shape::List)?)
    });
}

fn manifest(list: &mut List) {
    list.both("REF-50", "manifes-bc11 is flat, with all members", |w, g| {
        let body = unknown(w, g)?;
        let missing: Vec<_> = MANIFEST.iter().filter(|name| body.get(**name).is_none()).collect();
        Ok(that(missing.is_empty(), || format!("missing: {missing:?}"))?)
    });
    list.both("REF-51", "an unknown bill of lading: empty noBc11 and a text in respon", |w, g| {
        Ok(members(&unknown(w, g)?, &[("/noBc11", Shape::Is("")), ("/respon", Shape::Filled)])?)
    });
    list.both("REF-52", "listContainer is a list", |w, g| Ok(member(&unknown(w, g)?, "/listContainer", Shape::List)?));
    list.both("REF-53", "manifes-bc11 without parameters is no success", |w, g| {
        Ok(w.get(g, "/manifes-bc11")?.is(&[200, 400, 500])?.json().map(drop)?)
    });
    list.one("REF-54", "a known bill of lading: numbers in their forms", |w| {
        let Some(position) = w.options.position else {
            return Err(crate::Miss::Skipped("needs --position"));
        };
        let sample = w.fresh()?;
        let date = sample["dokumen"][1]["tanggalDokumen"].as_str().unwrap_or_default().to_owned();
        let parts: Vec<&str> = date.split('-').rev().collect();
        let name = w.frame()?.name.replace(' ', "%20");
        let path = format!(
            "/manifes-bc11?noHostBl=CTHSHA{position:07}&tglHostBl={}&kodeKantor=040300&nama={name}",
            parts.join("-")
        );
        let body = w.get(Generation::V1, &path)?.is(&[200])?.json()?;
        let wanted = [
            ("/noBc11", Shape::Like("999999")),
            ("/noPos", Shape::Like("999999999999")),
            ("/tglBc11", Shape::Like("99-99-9999")),
        ];
        Ok(members(&body, &wanted)?)
    });
}

fn unknown(w: &World, g: Generation) -> Result<Value, String> {
    let path = "/manifes-bc11?noHostBl=TIDAKADA001&tglHostBl=01-01-2026&kodeKantor=040300&nama=PT%20Contoh";
    w.get(g, path)?.is(&[200])?.json()
}
