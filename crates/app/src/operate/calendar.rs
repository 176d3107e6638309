//! Office hours and closed days: looked at by office, changed as dated rows of the reference data under four eyes.

use jiff::ToSpan;
use kernel::{Date, KodeKantor};
use reference::TableKind;

use super::import;
use crate::access::{Actor, UseCase};
use crate::account::Form;
use crate::reference::{Day, Incoming, office_day};
use crate::{App, Error};

/// How far ahead closed days are listed.
const AHEAD: i64 = 400;
/// Longest closure, days.
const LONGEST: i32 = 60;

/// One office, or all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeCalendar {
    /// Opens, `HH:MM`.
    pub open: String,
    /// Closes.
    pub close: String,
    /// Never closes.
    pub nonstop: bool,
    /// Time zone.
    pub zone: String,
    /// Closed days from today on, in order.
    pub closed: Vec<ClosedDay>,
    /// Hours that are still to come or have been: from, until, which, when, law.
    pub changes: Vec<HoursChange>,
}

/// A day on which nobody works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedDay {
    /// The day.
    pub date: Date,
    /// Why.
    pub name: String,
    /// At this office alone.
    pub own: bool,
}

/// A row of hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursChange {
    /// It says when the office closes, not when it opens.
    pub closes: bool,
    /// `HH:MM`.
    pub value: String,
    /// First day, ISO; empty for since ever.
    pub from: String,
    /// Last day, ISO; empty for until further notice.
    pub until: String,
    /// Legal basis.
    pub law: String,
    /// Of this office alone.
    pub own: bool,
}

/// Days on which an office, or all of them, will be closed.
#[derive(Debug, Clone, Default)]
pub struct ClosedForm {
    /// Office, 6 digits; empty for all.
    pub kantor: String,
    /// First day, ISO.
    pub dari: String,
    /// Last day, ISO; empty for the same.
    pub sampai: String,
    /// Why.
    pub nama: String,
    /// Legal basis.
    pub dasar: String,
}

/// Other hours.
#[derive(Debug, Clone, Default)]
pub struct HoursForm {
    /// Office, 6 digits; empty for all that have none of their own.
    pub kantor: String,
    /// Opens, `HH:MM`.
    pub buka: String,
    /// Closes.
    pub tutup: String,
    /// First day, ISO.
    pub mulai: String,
    /// Legal basis.
    pub dasar: String,
}

fn today(app: &App) -> Result<std::sync::Arc<Day>, Error> {
    let now = app.now();
    app.current().day(app.db(), now, office_day(now, "WIB"))
}

/// The calendar of an office (empty: of all); `NotFound` for an office that does not exist.
pub fn calendar(app: &App, actor: &Actor, office: &str) -> Result<OfficeCalendar, Error> {
    actor.may(UseCase::Operate)?;
    let day = today(app)?;
    let kantor = day.snapshot.kantor(office);
    if !office.is_empty() && kantor.is_none() {
        return Err(Error::NotFound);
    }
    let hours = day.hours(office);
    let ahead = (0..AHEAD).map(|n| day.today.saturating_add(n.days()));
    let name = |date: Date| -> Option<ClosedDay> {
        if let Some(libur) = day.snapshot.libur(date) {
            return Some(ClosedDay { date, name: libur.nama().to_owned(), own: false });
        }
        let why = day.snapshot.parameter(&format!("kantor.{office}.libur"), date)?;
        hours.closed.contains(&date).then(|| ClosedDay { date, name: why.nilai.clone(), own: true })
    };
    Ok(OfficeCalendar {
        open: hours.open.strftime("%H:%M").to_string(),
        close: hours.close.strftime("%H:%M").to_string(),
        nonstop: kantor.as_ref().is_some_and(|k| k.layanan_24_jam()),
        zone: kantor.as_ref().map_or("WIB", |k| k.zona_waktu()).to_owned(),
        closed: ahead.filter_map(name).collect(),
        changes: changes(&day, office),
    })
}

fn changes(day: &Day, office: &str) -> Vec<HoursChange> {
    let own = |what: &str| format!("kantor.{office}.{what}");
    let rows = day.snapshot.table(TableKind::Parameter).rows();
    let change = |row: reference::Row<'_>| {
        let key = row.get("kunci");
        let closes = key == "kantor.tutup" || key == own("tutup");
        let opens = key == "kantor.buka" || key == own("buka");
        (closes || opens).then(|| HoursChange {
            closes,
            value: row.get("nilai").to_owned(),
            from: row.get("berlaku_dari").to_owned(),
            until: row.get("berlaku_sampai").to_owned(),
            law: row.get("dasar_hukum").to_owned(),
            own: key.matches('.').count() == 2,
        })
    };
    rows.filter_map(change).collect()
}

/// An office of the list, or all.
fn office(check: &mut Form, day: &Day, typed: &str) -> String {
    let code = typed.trim();
    let known = code.parse::<KodeKantor>().is_ok_and(|code| day.snapshot.kantor(code.as_str()).is_some());
    if !code.is_empty() && !known {
        check.wrong("kantor", "OPR-01", "Pilih kantor dari daftar.", "Choose an office of the list.");
    }
    code.to_owned()
}

fn date(check: &mut Form, field: &'static str, typed: &str, today: Date) -> Date {
    let typed = typed.trim();
    match typed.get(..typed.len().min(10)).unwrap_or_default().parse::<Date>() {
        Ok(day) if typed.len() == 10 && day > today && day < today.saturating_add(5.years()) => return day,
        Ok(_) => check.wrong(
            field,
            "OPR-02",
            "Pilih hari sesudah hari ini, paling jauh lima tahun.",
            "Choose a day after today, at most five years ahead.",
        ),
        Err(_) => check.wrong(field, "OPR-03", "Tulis tanggal yang ada.", "Write a date that exists."),
    }
    today
}

/// Rows of a table as the file that an import takes.
fn file(name: &str, header: &[&str], rows: &[Vec<String>]) -> Result<Incoming, Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let broken = |e: csv::Error| Error::Broken(e.to_string());
    out.write_record(header).map_err(broken)?;
    for row in rows {
        out.write_record(row).map_err(broken)?;
    }
    let bytes = out.into_inner().map_err(|e| Error::Broken(e.to_string()))?;
    Ok(Incoming { name: name.to_owned(), bytes })
}

const PARAMETER: [&str; 6] = ["kunci", "nilai", "berlaku_dari", "berlaku_sampai", "dasar_hukum", "catatan"];

/// Asks for what a generated file changes; says so when nothing would.
fn ask(app: &App, actor: &Actor, field: &'static str, file: Incoming) -> Result<String, Error> {
    let (asked, report) = import::request(app, actor, &[file])?;
    if let Some(id) = asked {
        return Ok(id);
    }
    let first = report.tables.into_iter().flat_map(|table| table.errors).next();
    Err(match first {
        Some(error) => {
            let text = |message: String, remedy: String| format!("{message} {remedy}");
            let (id, en) = (
                text(error.message.id.to_string(), error.remedy.id.to_string()),
                text(error.message.en.to_string(), error.remedy.en.to_string()),
            );
            crate::account::refuse(field, "OPR-04", &id, &en)
        }
        None => crate::account::refuse(field, "OPR-05", "Ini sudah berlaku.", "This holds already."),
    })
}

/// Asks for closed days; the request's id.
pub fn request_closed(app: &App, actor: &Actor, form: &ClosedForm) -> Result<String, Error> {
    actor.may(UseCase::Operate)?;
    let day = today(app)?;
    let mut check = Form::default();
    let (kantor, nama) = (office(&mut check, &day, &form.kantor), check.line("nama", &form.nama, 100));
    let dasar = check.line("dasar", &form.dasar, 200);
    let first = date(&mut check, "dari", &form.dari, day.today);
    let last = if form.sampai.trim().is_empty() { first } else { date(&mut check, "sampai", &form.sampai, day.today) };
    let days = (last - first).get_days();
    if !(0..LONGEST).contains(&days) {
        check.wrong(
            "sampai",
            "OPR-06",
            "Hari terakhir tidak sebelum hari pertama, paling lama 60 hari.",
            "The last day is not before the first one, at most 60 days later.",
        );
    }
    check.done()?;
    if kantor.is_empty() {
        let row = |n: i32| vec![first.saturating_add(n.days()).to_string(), nama.clone(), String::new(), dasar.clone()];
        let rows: Vec<Vec<String>> = (0..=days).map(row).collect();
        return ask(app, actor, "dari", file("libur.csv", &["tanggal", "nama", "jenis", "catatan"], &rows)?);
    }
    let row = vec![format!("kantor.{kantor}.libur"), nama, first.to_string(), last.to_string(), dasar, String::new()];
    ask(app, actor, "dari", file("parameter.csv", &PARAMETER, &[row])?)
}

/// Asks for other hours; the request's id. Hours that held without an end hold until the day before.
pub fn request_hours(app: &App, actor: &Actor, form: &HoursForm) -> Result<String, Error> {
    actor.may(UseCase::Operate)?;
    let day = today(app)?;
    let mut check = Form::default();
    let (kantor, dasar) = (office(&mut check, &day, &form.kantor), check.line("dasar", &form.dasar, 200));
    let first = date(&mut check, "mulai", &form.mulai, day.today);
    let mut hour = |field: &'static str, typed: &str| {
        let time = crate::reference::time(typed.trim());
        if time.is_none() {
            check.wrong(field, "OPR-07", "Tulis jam seperti 07:30.", "Write an hour such as 07:30.");
        }
        time
    };
    let (open, close) = (hour("buka", &form.buka), hour("tutup", &form.tutup));
    if let (Some(open), Some(close)) = (open, close)
        && close <= open
    {
        check.wrong("tutup", "OPR-08", "Tutup harus sesudah buka.", "Closing must be after opening.");
    }
    check.done()?;
    let prefix = if kantor.is_empty() { "kantor".to_owned() } else { format!("kantor.{kantor}") };
    let mut rows = Vec::new();
    for (what, value) in [("buka", form.buka.trim()), ("tutup", form.tutup.trim())] {
        let key = format!("{prefix}.{what}");
        rows.extend(ended(&day, &key, first));
        rows.push(vec![key, value.to_owned(), first.to_string(), String::new(), dasar.clone(), String::new()]);
    }
    ask(app, actor, "mulai", file("parameter.csv", &PARAMETER, &rows)?)
}

/// The row that holds on the day before `first` and would go on, with its end.
fn ended(day: &Day, key: &str, first: Date) -> Option<Vec<String>> {
    let mut rows = day.snapshot.table(TableKind::Parameter).rows();
    let open = rows.find(|row| {
        let from = row.get("berlaku_dari");
        row.get("kunci") == key && row.get("berlaku_sampai").is_empty() && from < first.to_string().as_str()
    })?;
    let last = first.yesterday().ok()?;
    let cell = |name: &str| open.get(name).to_owned();
    Some(vec![
        key.to_owned(),
        cell("nilai"),
        cell("berlaku_dari"),
        last.to_string(),
        cell("dasar_hukum"),
        cell("catatan"),
    ])
}
