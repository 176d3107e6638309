//! The paper with which goods leave a terminal, by its number (h2h-api 1.6 `tps/dokumen-pabean`).

use declaration::Lodged;
use kernel::Date;
use store::declarations::{self, Declaration};
use store::{frozen, respon};

use super::status::sees;
use crate::access::{Actor, UseCase};
use crate::jobs::parse_frozen;
use crate::{App, Error};

/// Papers of the terminals' list (`dokumen_tps`) and the response that stands for each: a further document kind adds a row.
const PAPERS: &[(&str, &str)] = &[("1", "2003"), ("19", "2005"), ("5", "2006")];

/// A paper and what it covers.
#[derive(Debug, Clone)]
pub struct Keluar {
    /// Code of the terminals' list.
    pub jenis: String,
    /// Its number.
    pub nomor: String,
    /// Its day at the office.
    pub tanggal: Date,
    /// The document it belongs to.
    pub nomor_aju: String,
    /// Registration number.
    pub nomor_daftar: Option<String>,
    /// Registration date.
    pub tanggal_daftar: Option<Date>,
    /// Office.
    pub kode_kantor: String,
    /// The document.
    pub dokumen: Lodged,
}

/// The paper of this kind, number, day and office; none when the actor may not see it.
pub fn release_paper(
    app: &App,
    actor: &Actor,
    jenis: &str,
    (nomor, tanggal): (&str, Date),
    kantor: &str,
) -> Result<Option<Keluar>, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let Some((_, kode_respon)) = PAPERS.iter().find(|(known, _)| *known == jenis) else { return Ok(None) };
    let series = format!("respon/{kantor}/{}", tanggal.year());
    let (who, number) = (actor.clone(), nomor.trim().to_owned());
    let found = app.db().read(move |tx| {
        let Some(row) = respon::by_number(tx, &series, &number)? else { return Ok(None) };
        let declaration = declarations::by_id(tx, &row.declaration_id)?.filter(|d| sees(&who, d));
        let Some(declaration) = declaration else { return Ok(None) };
        let body = frozen::latest(tx, &declaration.id)?.map(|f| f.body).unwrap_or_default();
        Ok::<_, Error>(Some((row, declaration, body)))
    })?;
    let Some((row, declaration, body)) = found else { return Ok(None) };
    let zone = crate::process::Env::of(app, kantor.parse().ok(), None)?;
    let zone = zone.day.snapshot.kantor(kantor).map_or("WIB", |k| k.zona_waktu()).to_owned();
    let day = crate::reference::office_day(row.at, &zone);
    if row.kode_respon != *kode_respon || day != tanggal {
        return Ok(None);
    }
    let Ok(dokumen) = parse_frozen(&body)?.lodge_accepted() else { return Ok(None) };
    let Declaration { nomor_aju, nomor_daftar, tanggal_daftar, kode_kantor, .. } = declaration;
    let nomor = row.nomor_respon.unwrap_or_default();
    let jenis = jenis.to_owned();
    Ok(Some(Keluar { jenis, nomor, tanggal, nomor_aju, nomor_daftar, tanggal_daftar, kode_kantor, dokumen }))
}
