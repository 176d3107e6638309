//! What operator's pages need of the reference data in force.

use std::sync::Arc;

use app::reference::{Day, office_day};
use app::{Actor, App, Error, UseCase};
use jiff::Timestamp;
use jiff::civil::Date;

/// A customs office: code and name.
pub type Office = (String, String);

/// One table.
pub struct Table {
    /// Its title.
    pub title: kernel::Text,
    /// Name of its file.
    pub name: &'static str,
    /// Rows.
    pub rows: usize,
}

/// One rate of today.
pub struct Rate {
    /// Currency.
    pub valuta: String,
    /// Rupiah for one unit, with a decimal point.
    pub nilai: String,
    /// First and last day.
    pub days: (Date, Date),
    /// Decree; empty when unknown.
    pub kmk: String,
    /// Not a published rate.
    pub sample: bool,
}

/// The reference data in force.
pub struct InForce {
    /// Version.
    pub version: u64,
    /// Imported then.
    pub since: Option<Timestamp>,
    /// Tables with rows.
    pub tables: Vec<Table>,
    /// Today's rates.
    pub rates: Vec<Rate>,
}

/// Tables that can be imported, in the order of the list.
const TABLES: [&str; 18] = [
    "tarif",
    "uraian_tarif",
    "preferensi",
    "fta_skema",
    "kurs",
    "parameter",
    "libur",
    "kantor_pabean",
    "tps",
    "pelabuhan",
    "pelabuhan_dunia",
    "negara",
    "valuta",
    "satuan",
    "kemasan",
    "kode_dokumen",
    "kode_kecil",
    "hs2022_en",
];

fn today(app: &App) -> Result<Option<Arc<Day>>, Error> {
    let now = app.now();
    if app.current().latest(app.db(), now)? == 0 {
        return Ok(None);
    }
    app.current().day(app.db(), now, office_day(now, "WIB")).map(Some)
}

/// Customs offices by code; none before the first import.
pub fn offices(app: &App, actor: &Actor) -> Result<Vec<Office>, Error> {
    actor.may(UseCase::ReadReference)?;
    let Some(day) = today(app)? else { return Ok(Vec::new()) };
    let Ok(kind) = "kantor_pabean".parse() else { return Ok(Vec::new()) };
    let rows = day.snapshot.table(kind).rows();
    Ok(rows.map(|row| (row.get("kode_kantor").to_owned(), row.get("nama").to_owned())).collect())
}

/// What is in force today; none before the first import.
pub fn in_force(app: &App, actor: &Actor) -> Result<Option<InForce>, Error> {
    actor.may(UseCase::Operate)?;
    let Some(day) = today(app)? else { return Ok(None) };
    let table = |name: &&str| {
        let table = day.snapshot.table(name.parse().ok()?);
        let schema = table.schema();
        (!table.is_empty()).then(|| Table { title: schema.title.clone(), name: schema.name, rows: table.len() })
    };
    Ok(Some(InForce {
        version: day.snapshot.version(),
        since: app::publik::service_status(app)?.reference.map(|reference| reference.since),
        tables: TABLES.iter().filter_map(table).collect(),
        rates: rates(&day),
    }))
}

fn rates(day: &Day) -> Vec<Rate> {
    let all = day.snapshot.kurs_on(day.today).into_iter();
    all.map(|rate| Rate {
        valuta: rate.valuta.to_owned(),
        nilai: rate.nilai.to_string(),
        days: (rate.dari, rate.sampai),
        kmk: rate.kmk.to_owned(),
        sample: rate.contoh,
    })
    .collect()
}
