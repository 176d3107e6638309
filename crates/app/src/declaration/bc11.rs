//! The manifest position of a bill of lading, for the consignee and its broker (h2h-api 1.6 `manifes-bc11`).

use kernel::Date;
use manifest::{Pos, similarity};
use store::{companies, manifest as positions};

use crate::access::{Actor, UseCase};
use crate::process::Env;
use crate::{App, Error};

/// Why there is no consignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ulasan {
    /// No position has this bill of lading at this office.
    TidakAda,
    /// The consignee is another: the contract's own words are given.
    NamaBerbeda,
}

/// The position of a bill of lading at an office, for the consignee `nama`.
pub fn consignment(
    app: &App,
    actor: &Actor,
    (nomor, tanggal): (&str, Date),
    kode_kantor: &str,
    nama: &str,
) -> Result<Result<Pos, Ulasan>, Error> {
    actor.may(UseCase::ReadReference)?;
    let threshold = Env::of(app, kode_kantor.parse().ok(), None)?.day.workflow.kemiripan_persen;
    let (office, paper, who) = (kode_kantor.to_owned(), nomor.trim().to_owned(), actor.clone());
    let (rows, own) = app.db().read(move |tx| {
        let rows = positions::by_paper(tx, &office, &paper, tanggal)?;
        let mut own = Vec::new();
        for id in who.company_id.iter().chain(&who.clients) {
            own.extend(companies::by_id(tx, id)?.map(|company| (company.npwp, company.name)));
        }
        Ok::<_, Error>((rows, own))
    })?;
    if rows.is_empty() {
        return Ok(Err(Ulasan::TidakAda));
    }
    let alike = |a: &str, b: &str| u32::from(similarity(a, b)) >= threshold;
    let officer = actor.office.as_deref() == Some(kode_kantor);
    for row in rows {
        let pos: Pos = serde_json::from_str(&row.body).map_err(|e| Error::Broken(e.to_string()))?;
        // Whoever asks names the consignee, and must be it or hold its power of attorney: a name alone opens nothing.
        let entitled = officer
            || own.iter().any(|(npwp, name)| {
                pos.npwp_penerima.as_ref().is_some_and(|p| p.as_ref() == npwp) || alike(&pos.nama_penerima, name)
            });
        if entitled && alike(&pos.nama_penerima, nama) {
            return Ok(Ok(pos));
        }
    }
    Ok(Err(Ulasan::NamaBerbeda))
}
