//! Look-ups for software: tariff lines, ports, storage places, offices (h2h-api 1.6).

use std::sync::Arc;

use kernel::{Date, Decimal};
use reference::{Snapshot, TableKind};

use super::{Day, office_day};
use crate::access::{Actor, UseCase};
use crate::{App, Error};

/// Most rows of one answer.
const MOST: usize = 1_000;

/// A tariff line and all that is levied on it.
#[derive(Debug, Clone)]
pub struct Tariff {
    /// Eight digits.
    pub hs: String,
    /// Day of the answer.
    pub day: Date,
    /// Rows, import duty first.
    pub rows: Vec<LevyRow>,
    /// Restricted or prohibited at import.
    pub lartas: bool,
    /// Statistical unit, empty when unknown.
    pub satuan: String,
    /// Indonesian and English words of the tariff; empty when the installation has none.
    pub uraian: (String, String),
    /// Edition of the tariff.
    pub edisi: String,
    /// From when the line holds.
    pub dari: Option<Date>,
    /// Until when.
    pub sampai: Option<Date>,
}

/// One levy of a tariff line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevyRow {
    /// `BM`, `PPN`, `PPNBM`, `PPH`.
    pub jenis: &'static str,
    /// Percent, or rupiah for a unit.
    pub tarif: Decimal,
    /// Unit of a specific rate.
    pub satuan: Option<String>,
    /// Facility code of a preference.
    pub fasilitas: Option<String>,
    /// What the row is about, when that is not plain.
    pub keterangan: String,
    /// Law.
    pub hukum: String,
}

/// A port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Port {
    /// UN/LOCODE.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// Office, empty outside Indonesia.
    pub kantor: String,
    /// Its name.
    pub nama_kantor: String,
}

/// A storage place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Storage {
    /// Code.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// Office.
    pub kantor: String,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Six digits.
    pub kode: String,
    /// Name.
    pub nama: String,
    /// Town.
    pub lokasi: String,
    /// WIB, WITA or WIT.
    pub zona: String,
}

fn today(app: &App, actor: &Actor) -> Result<Arc<Day>, Error> {
    actor.may(UseCase::ReadReference)?;
    let now = app.now();
    app.current().day(app.db(), now, office_day(now, "WIB"))
}

/// The tariff line of eight digits, dots allowed, on `day` or today; none when there is none.
pub fn tariff(app: &App, actor: &Actor, hs: &str, day: Option<Date>) -> Result<Option<Tariff>, Error> {
    let current = today(app, actor)?;
    let day = day.unwrap_or(current.today);
    let hs: String = hs.chars().filter(|c| !matches!(c, '.' | ' ')).take(20).collect();
    let snapshot = &current.snapshot;
    let Some(line) = snapshot.tarif(&hs, day) else { return Ok(None) };
    let words = snapshot.find(TableKind::UraianTarif, &[&hs], day);
    let word = |column: &str| words.map(|row| row.get(column)).unwrap_or_default().to_owned();
    Ok(Some(Tariff {
        day,
        rows: levies(snapshot, &hs, day),
        lartas: line.lartas,
        satuan: line.satuan.to_string(),
        uraian: (word("description_id"), word("description_en")),
        edisi: line.edisi.to_string(),
        dari: line.berlaku.dari,
        sampai: line.berlaku.sampai,
        hs,
    }))
}

fn rate(rate: &reference::Rate) -> (Decimal, Option<String>) {
    match rate {
        reference::Rate::AdValorem(percent) => (percent.normalize(), None),
        reference::Rate::Spesifik { nilai, satuan } => (nilai.normalize(), Some(satuan.to_string())),
    }
}

fn levies(snapshot: &Snapshot, hs: &str, day: Date) -> Vec<LevyRow> {
    let Some(line) = snapshot.tarif(hs, day) else { return Vec::new() };
    let row = |jenis: &'static str, tarif: Decimal, keterangan: &str, hukum: &str| LevyRow {
        jenis,
        tarif: tarif.normalize(),
        satuan: None,
        fasilitas: None,
        keterangan: keterangan.to_owned(),
        hukum: hukum.to_owned(),
    };
    let (tarif, satuan) = rate(&line.bm);
    let mut rows = vec![LevyRow { satuan, ..row("BM", tarif, "MFN", "BTKI") }];
    let schemes = snapshot.table(TableKind::FtaSkema);
    for scheme in schemes.rows().map(|r| r.get("skema")) {
        let Some(preference) = snapshot.preferensi(scheme, hs, day) else { continue };
        let code = snapshot.fta_skema(scheme).map(|s| s.kode_fasilitas().to_owned());
        let (tarif, satuan) = rate(&preference.tarif);
        let fasilitas = code.filter(|code| !code.is_empty());
        rows.push(LevyRow { satuan, fasilitas, ..row("BM", tarif, scheme, &preference.pmk) });
    }
    rows.extend(taxes(snapshot, hs, day, &row));
    rows
}

fn taxes(
    snapshot: &Snapshot,
    hs: &str,
    day: Date,
    row: &dyn Fn(&'static str, Decimal, &str, &str) -> LevyRow,
) -> Vec<LevyRow> {
    let Some(line) = snapshot.tarif(hs, day) else { return Vec::new() };
    let parameter = |key: &str| {
        let found = snapshot.parameter(key, day)?;
        Some((found.nilai.parse::<Decimal>().ok()?, found.dasar_hukum.clone()))
    };
    let mut rows = Vec::new();
    if line.ppn_nol {
        rows.push(row("PPN", Decimal::ZERO, "Tanpa PPN impor", ""));
    } else if let Some((tarif, hukum)) = parameter("ppn.tarif") {
        let key = if line.ppnbm.is_empty() { "ppn.dpp" } else { "ppn.dpp_mewah" };
        let base = snapshot.parameter(key, day).map(|p| p.nilai.clone()).unwrap_or_default();
        rows.push(row("PPN", tarif, &format!("DPP {base} × nilai impor"), &hukum));
    }
    let conditional = if line.ppnbm_bersyarat { "Bergantung pada syarat" } else { "" };
    rows.extend(line.ppnbm.iter().map(|tarif| row("PPNBM", *tarif, conditional, "")));
    let class = line.pph_kelas.as_str();
    let keys = match class {
        "umum" | "pangan" => {
            vec![(format!("pph22.{class}.api"), "Dengan API"), (format!("pph22.{class}.non_api"), "Tanpa API")]
        }
        _ => vec![(format!("pph22.{class}"), "")],
    };
    for (key, note) in keys {
        rows.extend(parameter(&key).map(|(tarif, hukum)| row("PPH", tarif, note, &hukum)));
    }
    rows
}

fn port(snapshot: &Snapshot, kode: &str) -> Option<Port> {
    let port = snapshot.pelabuhan(kode)?;
    let kantor = port.kode_kantor();
    Some(Port {
        kode: port.kode().to_owned(),
        nama: port.nama().to_owned(),
        kantor: kantor.to_owned(),
        nama_kantor: snapshot.kantor(kantor).map(|k| k.nama().to_owned()).unwrap_or_default(),
    })
}

/// Ports by code or name; `abroad` leaves those of Indonesia out.
pub fn ports_named(app: &App, actor: &Actor, words: &str, abroad: bool) -> Result<Vec<Port>, Error> {
    let day = today(app, actor)?;
    let hits = day.snapshot.search(TableKind::Pelabuhan, "", words, reference::MAX_HITS);
    let codes = hits.iter().map(|hit| hit.kode).filter(|kode| !abroad || !kode.starts_with("ID"));
    Ok(codes.filter_map(|kode| port(&day.snapshot, kode)).collect())
}

/// Ports that an office serves.
pub fn domestic_ports(app: &App, actor: &Actor, office: &str) -> Result<Vec<Port>, Error> {
    let day = today(app, actor)?;
    let table = day.snapshot.table(TableKind::Pelabuhan);
    let codes = table.rows().filter(|row| row.get("kode_kantor") == office).map(|row| row.get("locode"));
    Ok(codes.take(MOST).filter_map(|kode| port(&day.snapshot, kode)).collect())
}

/// Storage places of an office.
pub fn storages(app: &App, actor: &Actor, office: &str) -> Result<Vec<Storage>, Error> {
    let day = today(app, actor)?;
    let table = day.snapshot.table(TableKind::Tps);
    let rows = table.rows().filter(|row| row.get("kode_kantor") == office);
    let storage = |row: reference::Row<'_>| Storage {
        kode: row.get("kode_tps").to_owned(),
        nama: row.get("nama").to_owned(),
        kantor: office.to_owned(),
    };
    Ok(rows.take(MOST).map(storage).collect())
}

/// Offices by code or words; all when nothing is asked for.
pub fn offices(app: &App, actor: &Actor, words: &str) -> Result<Vec<Office>, Error> {
    let day = today(app, actor)?;
    let codes: Vec<&str> = if words.trim().is_empty() {
        day.snapshot.table(TableKind::Kantor).rows().map(|row| row.get("kode_kantor")).take(MOST).collect()
    } else {
        let hits = day.snapshot.search(TableKind::Kantor, "", words, reference::MAX_HITS);
        hits.iter().map(|hit| hit.kode).collect()
    };
    let offices = codes.into_iter().filter_map(|kode| day.snapshot.kantor(kode));
    Ok(offices
        .map(|kantor| Office {
            kode: kantor.kode().to_owned(),
            nama: kantor.nama().to_owned(),
            lokasi: kantor.lokasi().to_owned(),
            zona: kantor.zona_waktu().to_owned(),
        })
        .collect())
}
