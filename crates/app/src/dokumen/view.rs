//! The whole document, read only: what was sent as it was judged, or the draft as it stands.

use std::sync::Arc;

use declaration::levy::Assessment;
use declaration::workflow::Stage;
use declaration::{Pib, figures};
use store::frozen;

use super::state_of;
use crate::access::{Actor, UseCase};
use crate::declaration::find;
use crate::draft;
use crate::jobs::parse_frozen;
use crate::reference::{Day, office_day};
use crate::{App, Error};

/// A document with its levies.
#[derive(Debug, Clone)]
pub struct Whole {
    /// 26 characters.
    pub nomor_aju: String,
    /// Where it stands.
    pub stage: Stage,
    /// Which sending or amendment this is; 0 for a draft.
    pub revision: u32,
    /// SHA-256 of what was sent, hex; empty for a draft.
    pub sha256: String,
    /// The document with every figure.
    pub doc: Pib,
    /// Its levies.
    pub assessment: Assessment,
    /// Reference data by which it was judged.
    pub day: Arc<Day>,
}

/// Reads it.
pub fn whole(app: &App, actor: &Actor, nomor_aju: &str) -> Result<Whole, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (who, aju) = (actor.clone(), nomor_aju.to_owned());
    let (row, sent) = app.db().read(move |tx| {
        let row = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let sent = frozen::latest(tx, &row.id)?;
        Ok::<_, Error>((row, sent))
    })?;
    let stage = state_of(&row)?.tahap;
    let (Some(sent), false) = (sent, stage == Stage::Correcting) else {
        let draft = draft::open(app, actor, nomor_aju)?;
        return Ok(Whole {
            nomor_aju: row.nomor_aju,
            stage,
            revision: 0,
            sha256: String::new(),
            doc: Arc::unwrap_or_clone(draft.full),
            assessment: Arc::unwrap_or_clone(draft.assessment),
            day: draft.day,
        });
    };
    let doc = parse_frozen(&sent.body)?;
    let now = app.now();
    let first = app.current().day(app.db(), now, office_day(now, "WIB"))?;
    let zone = first.snapshot.kantor(&row.kode_kantor).map_or("WIB", |k| k.zona_waktu()).to_owned();
    let judged = row.tanggal_daftar.unwrap_or_else(|| office_day(row.updated, &zone));
    let day = app.current().day_of(app.db(), row.reference_version.max(1), judged)?;
    let assessment = figures::assess(&doc, &day.snapshot, &day.params, day.today);
    Ok(Whole { nomor_aju: row.nomor_aju, stage, revision: sent.revision, sha256: sent.sha256, doc, assessment, day })
}
