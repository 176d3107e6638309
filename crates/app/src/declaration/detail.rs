//! One stored document: its registration, and its levies as they are computed now.

use std::sync::Arc;

use declaration::levy::Assessment;
use declaration::{Pib, figures};
use jiff::Timestamp;
use kernel::{Date, Findings};
use store::declarations::Declaration;
use store::{frozen, parts};

use super::status::find;
use crate::access::{Actor, UseCase};
use crate::draft::assemble;
use crate::jobs::parse_frozen;
use crate::process::Env;
use crate::{App, Error};

/// A document as the list of documents shows it.
#[derive(Debug, Clone)]
pub struct Detail {
    /// Id here.
    pub id_header: String,
    /// 26 characters.
    pub nomor_aju: String,
    /// Document kind.
    pub kode_dokumen: String,
    /// Office, six digits.
    pub kode_kantor: String,
    /// Registration number once given.
    pub nomor_daftar: Option<String>,
    /// Its date.
    pub tanggal_daftar: Option<Date>,
    /// Channel: `H`, `K`, `M`.
    pub jalur: Option<String>,
    /// Process code.
    pub kode_proses: String,
    /// Since when.
    pub waktu_status: Timestamp,
    /// Importer.
    pub nama_importir: String,
}

/// A document of the kind, aju and office given, if the actor may see it; none otherwise.
pub fn detail(
    app: &App,
    actor: &Actor,
    kode_dokumen: &str,
    nomor_aju: &str,
    kode_kantor: &str,
) -> Result<Option<Detail>, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (who, aju) = (actor.clone(), nomor_aju.to_owned());
    let found = app.db().read(move |tx| find(tx, &who, &aju))?;
    let found = found.filter(|d| d.kode_dokumen == kode_dokumen && d.kode_kantor == kode_kantor);
    Ok(found.map(|d| Detail {
        id_header: d.id,
        nomor_aju: d.nomor_aju,
        kode_dokumen: d.kode_dokumen,
        kode_kantor: d.kode_kantor,
        nomor_daftar: d.nomor_daftar,
        tanggal_daftar: d.tanggal_daftar,
        jalur: d.jalur,
        kode_proses: d.kode_proses,
        waktu_status: d.waktu_status,
        nama_importir: d.nama_importir,
    }))
}

/// Levies of a stored document.
#[derive(Debug)]
pub struct Levies {
    /// The document, with its own number.
    pub nomor_aju: String,
    /// The levies.
    pub assessment: Assessment,
    /// What the figures leave open.
    pub findings: Findings,
    /// Day whose law was applied.
    pub day: Date,
}

/// Computes the levies of a draft, or of a document as sent, by the law of the day at its office.
pub fn levies(app: &App, actor: &Actor, kode_dokumen: &str, nomor_aju: &str) -> Result<Levies, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (who, aju) = (actor.clone(), nomor_aju.to_owned());
    let (row, sent, draft) = app.db().read(move |tx| {
        let row = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let sent = frozen::latest(tx, &row.id)?;
        let draft = parts::load(tx, &row.id)?;
        Ok::<_, Error>((row, sent, draft))
    })?;
    if row.kode_dokumen != kode_dokumen {
        return Err(Error::NotFound);
    }
    let doc = match sent {
        _ if !draft.is_empty() => assemble(&draft)?,
        Some(sent) => parse_frozen(&sent.body)?,
        None => Pib::default(),
    };
    let env = Env::of(app, row.kode_kantor.parse().ok(), None)?;
    let day = judged(app, &row, &env)?;
    let assessment = figures::assess(&doc, &day.snapshot, &day.params, day.today);
    let (mut findings, _) = super::examine(&doc, &day, &declaration::rules::Facts::default());
    findings.retain(|f| f.pointer.as_str().contains("barangTarif") || f.code.starts_with("PIB-P"));
    Ok(Levies { nomor_aju: row.nomor_aju, assessment, findings, day: day.today })
}

/// A registered document keeps the law of its registration.
fn judged(app: &App, row: &Declaration, env: &Env) -> Result<Arc<crate::reference::Day>, Error> {
    match row.tanggal_daftar {
        Some(date) => app.current().day_of(app.db(), row.reference_version.max(1), date),
        None => Ok(Arc::clone(&env.day)),
    }
}
