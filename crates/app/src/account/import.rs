//! `pabean accounts import`: accounts of the old portal, all or none; each waits for its activation.
//!
//! Columns, named in the first line, in any order: `username`, `nama`, `email`, `npwp`, `nama_perusahaan` (mandatory),
//! `nib`, `alamat`, `jabatan`, `nomor_hp`, `kata_sandi` (an Argon2id string, or empty) and `admin` (`ya` or `tidak`).

use std::collections::{BTreeMap, BTreeSet};

use csv::StringRecord;
use serde_json::json;
use store::Tx;
use store::accounts::{self, Account, AccountState};
use store::companies::{self, Company, CompanyClass};

use super::form::{Form, login_name};
use super::note::Note;
use crate::access::Role;
use crate::{App, Error};

/// Largest file, bytes.
pub const LARGEST: usize = 20 << 20;
/// Most lines.
const MOST: usize = 100_000;
/// Most problems reported.
const REPORTED: usize = 1_000;
/// Columns without which nothing can be read.
const MANDATORY: [&str; 5] = ["username", "nama", "email", "npwp", "nama_perusahaan"];
/// Columns that may be there.
const OPTIONAL: [&str; 6] = ["nib", "alamat", "jabatan", "nomor_hp", "kata_sandi", "admin"];

/// What is wrong with one cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellError {
    /// Line of the file, from 1.
    pub line: u64,
    /// Column name; empty for the whole line.
    pub column: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// What an import does, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Accounts.
    pub accounts: usize,
    /// Companies that were not known.
    pub companies: usize,
    /// Everything wrong; then nothing was imported.
    pub errors: Vec<CellError>,
}

/// One line, read.
struct Line {
    at: u64,
    account: Account,
    npwp: String,
    company: Company,
}

/// Imports a file in one transaction; with `dry_run`, or with any error, nothing is written.
pub fn import(app: &App, bytes: &[u8], actor: &str, dry_run: bool) -> Result<Imported, Error> {
    let mut errors = Vec::new();
    let lines = read(app, bytes, &mut errors);
    if !errors.is_empty() {
        return Ok(Imported { errors, ..Imported::default() });
    }
    let (at, actor) = (app.clone(), actor.to_owned());
    app.db()
        .write(move |tx| {
            let mut report = Imported::default();
            let mut known: BTreeMap<String, String> = BTreeMap::new();
            for line in &lines {
                keep(tx, line, dry_run, &mut known, &mut report)?;
            }
            if !report.errors.is_empty() {
                (report.accounts, report.companies) = (0, 0);
                return if dry_run { Ok(report) } else { Err(Stop::Refused(report)) };
            }
            if !dry_run {
                let body = json!({ "akun": report.accounts, "perusahaan": report.companies });
                Note::new("akun.impor", &actor, "akun", None).with(body).write(tx, &at)?;
            }
            Ok::<_, Stop>(report)
        })
        .or_else(|stop| match stop {
            Stop::Refused(report) => Ok(report),
            Stop::Error(error) => Err(error),
        })
}

/// Why the transaction was rolled back.
enum Stop {
    Refused(Imported),
    Error(Error),
}

impl From<store::Fault> for Stop {
    fn from(fault: store::Fault) -> Self {
        Self::Error(fault.into())
    }
}

/// Compares a line with what is there, and stores it.
fn keep(
    tx: &mut dyn Tx,
    line: &Line,
    dry_run: bool,
    known: &mut BTreeMap<String, String>,
    report: &mut Imported,
) -> Result<(), store::Fault> {
    let mut taken = |column: &str, message: &str| {
        report.errors.push(CellError { line: line.at, column: column.into(), message: message.into() });
    };
    if accounts::by_username(tx, &line.account.username)?.is_some() {
        taken("username", "nama pengguna ini sudah ada");
        return Ok(());
    }
    if accounts::by_email(tx, &line.account.email)?.is_some() {
        taken("email", "alamat ini sudah dipakai akun lain");
        return Ok(());
    }
    report.accounts += 1;
    let company = if let Some(id) = known.get(&line.npwp) {
        id.clone()
    } else if let Some(company) = companies::by_npwp(tx, &line.npwp)? {
        company.id
    } else {
        report.companies += 1;
        if !dry_run && !companies::insert(tx, &line.company)? {
            return Err(store::Fault::conflict(format!("company code of {}", line.npwp)));
        }
        line.company.id.clone()
    };
    known.insert(line.npwp.clone(), company.clone());
    if !dry_run {
        accounts::insert(tx, &Account { company_id: Some(company), ..line.account.clone() })?;
    }
    Ok(())
}

fn read(app: &App, bytes: &[u8], errors: &mut Vec<CellError>) -> Vec<Line> {
    let whole = |message: &str| CellError { line: 1, column: String::new(), message: message.into() };
    if bytes.len() > LARGEST {
        errors.push(whole("berkas lebih besar dari 20 MB"));
        return Vec::new();
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let delimiter = if first.contains(&b';') && !first.contains(&b',') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
    let Some(columns) = columns(reader.headers().cloned(), errors) else { return Vec::new() };
    let (mut lines, mut names, mut addresses) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                errors.push(CellError { line, column: String::new(), message: error.to_string() });
                continue;
            }
        };
        if errors.len() >= REPORTED || lines.len() >= MOST {
            errors
                .push(whole("terlalu banyak baris atau kesalahan; perbaiki yang sudah disebut, lalu pecah berkasnya"));
            break;
        }
        let line = one(app, &columns, &record, errors);
        if !names.insert(line.account.username.clone()) {
            errors.push(cell(&record, "username", "nama pengguna ini muncul dua kali dalam berkas"));
        }
        if !addresses.insert(line.account.email.clone()) {
            errors.push(cell(&record, "email", "alamat ini muncul dua kali dalam berkas"));
        }
        lines.push(line);
    }
    lines
}

fn cell(record: &StringRecord, column: &str, message: &str) -> CellError {
    let line = record.position().map_or(0, csv::Position::line);
    CellError { line, column: column.into(), message: message.into() }
}

/// Where each column stands.
fn columns(header: csv::Result<StringRecord>, errors: &mut Vec<CellError>) -> Option<BTreeMap<String, usize>> {
    let mut wrong = |column: &str, message: String| {
        errors.push(CellError { line: 1, column: column.into(), message });
    };
    let header = match header {
        Ok(header) => header,
        Err(error) => {
            wrong("", error.to_string());
            return None;
        }
    };
    let mut columns = BTreeMap::new();
    for (at, name) in header.iter().enumerate() {
        let name = name.trim().to_lowercase();
        if !MANDATORY.contains(&name.as_str()) && !OPTIONAL.contains(&name.as_str()) {
            wrong(&name, "kolom tidak dikenal".into());
        } else if columns.insert(name.clone(), at).is_some() {
            wrong(&name, "kolom muncul dua kali".into());
        }
    }
    for name in MANDATORY {
        if !columns.contains_key(name) {
            wrong(name, "kolom wajib tidak ada".into());
        }
    }
    errors.is_empty().then_some(columns)
}

fn one(app: &App, columns: &BTreeMap<String, usize>, record: &StringRecord, errors: &mut Vec<CellError>) -> Line {
    let text = |name: &str| columns.get(name).and_then(|at| record.get(*at)).unwrap_or_default().trim();
    let mut form = Form::default();
    let username = login_name(text("username")).unwrap_or_else(|| {
        form.wrong("username", "AKUN-05", "paling banyak 100 huruf ASCII tanpa spasi", "at most 100 ASCII letters");
        String::new()
    });
    let npwp = form.npwp("npwp", text("npwp"));
    let optional = |form: &mut Form, field: &'static str, most| {
        if text(field).is_empty() { String::new() } else { form.line(field, text(field), most) }
    };
    let mut account = Account::blank(app.id(), Role::PenggunaJasa.word(), AccountState::Lama, app.now());
    account.username = username;
    account.email = form.email("email", text("email"));
    account.display_name = form.line("nama", text("nama"), 100);
    account.position = optional(&mut form, "jabatan", 100);
    account.phone = if text("nomor_hp").is_empty() { String::new() } else { form.phone("nomor_hp", text("nomor_hp")) };
    text("kata_sandi").clone_into(&mut account.password_hash);
    if !account.password_hash.is_empty() && !is_argon(&account.password_hash) {
        let (id, en) = ("bukan string Argon2id; kosongkan bila hash lamanya jenis lain", "not an Argon2id string");
        form.wrong("kata_sandi", "AKUN-11", id, en);
    }
    account.admin = match text("admin").to_lowercase().as_str() {
        "ya" => true,
        "" | "tidak" => false,
        _ => {
            form.wrong("admin", "AKUN-14", "tulis ya atau tidak", "write ya or tidak");
            false
        }
    };
    account.rights = if account.admin { String::new() } else { crate::access::Ready::Pengirim.rights().words() };
    let company = Company {
        id: app.id(),
        npwp: npwp.clone(),
        nib: form.nib("nib", text("nib")),
        name: form.line("nama_perusahaan", text("nama_perusahaan"), 200),
        address: optional(&mut form, "alamat", 300),
        class: CompanyClass::Reguler,
        api_kind: None,
        blocked: "[]".into(),
        code: super::signup::company_code(app),
        created: app.now(),
        version: 1,
        kind: "BADAN_USAHA".into(),
        nitku: None,
        refreshed: None,
    };
    if let Err(Error::Findings(findings)) = form.done() {
        errors.extend(findings.iter().map(|f| cell(record, f.pointer.as_str(), &f.message.id)));
    }
    Line { at: record.position().map_or(0, csv::Position::line), account, npwp, company }
}

fn is_argon(hash: &str) -> bool {
    hash.len() <= 300 && hash.starts_with("$argon2id$v=19$m=") && hash.split('$').count() == 6 && hash.is_ascii()
}
