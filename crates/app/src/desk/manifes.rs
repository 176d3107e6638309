//! The manifest position beside a document.

use kernel::{Date, Dec4};
use store::declarations::Declaration;
use store::{Tx, manifest};

use crate::Error;
use crate::jobs::parse_frozen;

/// The manifest position.
#[derive(Debug, Clone)]
pub struct ManifestRow {
    /// BC 1.1 number and date.
    pub bc11: (String, Date),
    /// Position, 12 digits.
    pub pos: String,
    /// State, as stored.
    pub status: String,
    /// Transport document: number and date.
    pub dokumen: (String, Date),
    /// Consignee.
    pub penerima: String,
    /// Containers.
    pub kontainer: Vec<String>,
    /// Packages.
    pub kemasan: String,
    /// Gross weight, kilograms.
    pub bruto: Dec4,
}

/// The manifest position of a lodged document, by the number that was matched or, before that, by the document's own.
pub(super) fn position(
    tx: &mut dyn Tx,
    row: &Declaration,
    body: Option<&[u8]>,
    matched: Option<&str>,
) -> Result<Option<ManifestRow>, Error> {
    let Some(lodged) = body.map(parse_frozen).transpose()?.and_then(|doc| doc.lodge_accepted().ok()) else {
        return Ok(None);
    };
    let Some(bc11) = lodged.bc11 else { return Ok(None) };
    let pos = matched.unwrap_or(&bc11.pos);
    let Some(found) = manifest::find(tx, &row.kode_kantor, &bc11.nomor, bc11.tanggal, pos)? else { return Ok(None) };
    let pos: ::manifest::Pos = serde_json::from_str(&found.body).map_err(|e| Error::Broken(e.to_string()))?;
    let paper = pos.paper();
    Ok(Some(ManifestRow {
        dokumen: (paper.nomor.clone(), paper.tanggal),
        kemasan: format!("{} {}", pos.kemasan.jumlah, pos.kemasan.jenis),
        bruto: pos.bruto,
        penerima: pos.nama_penerima.clone(),
        kontainer: pos.kontainer.clone(),
        bc11: (found.number, found.date),
        pos: found.pos,
        status: found.status,
    }))
}
