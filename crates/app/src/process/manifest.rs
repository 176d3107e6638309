//! The manifest position of a document: found, compared, claimed and given back.

use declaration::Lodged;
use declaration::workflow::{Action, Selisih};
use manifest::{Kemasan, MatchKeys, NomorPos, Pos, StatusPos, TransportPaper, match_position, similarity};
use store::declarations::Declaration;
use store::manifest::{self as positions, ManifestPos};
use store::{Fault, Tx};

use crate::Error;

/// Looks for the position that a document declares and compares it.
pub(crate) fn look(tx: &mut dyn Tx, lodged: &Lodged) -> Result<Action, Error> {
    let Some(bc11) = &lodged.bc11 else { return Ok(Action::ManifestMissing) };
    let office = lodged.kode_kantor.to_string();
    let Some(row) = positions::find(tx, &office, &bc11.nomor, bc11.tanggal, &bc11.pos)? else {
        return Ok(Action::ManifestMissing);
    };
    let pos = read(&row)?;
    let Ok(nomor_pos) = bc11.pos.parse::<NomorPos>() else { return Ok(Action::ManifestMissing) };
    let keys = MatchKeys {
        nomor_aju: lodged.nomor_aju,
        kode_kantor: lodged.kode_kantor,
        nomor_bc11: bc11.nomor.clone(),
        tanggal_bc11: bc11.tanggal,
        nomor_pos,
        dokumen: TransportPaper { nomor: lodged.angkutan.nomor.clone(), tanggal: lodged.angkutan.tanggal },
        kontainer: lodged.kontainer.clone(),
        kemasan: lodged
            .kemasan
            .iter()
            .map(|(jenis, jumlah)| Kemasan { jenis: jenis.clone(), jumlah: *jumlah })
            .collect(),
        bruto: lodged.bruto,
    };
    let differences = match_position(&pos, &keys);
    if differences.is_empty() {
        let kemiripan = similarity(&pos.nama_penerima, &lodged.importir.nama);
        return Ok(Action::ManifestMatched { pos: bc11.pos.clone(), kemiripan });
    }
    let selisih = differences.into_iter().map(|d| Selisih {
        kunci: serde_json::to_value(d.kunci).ok().and_then(|k| k.as_str().map(str::to_owned)).unwrap_or_default(),
        uraian: d.uraian,
        dinyatakan: d.dinyatakan,
        tercatat: d.tercatat,
    });
    Ok(Action::ManifestMismatch { selisih: selisih.collect() })
}

fn read(row: &ManifestPos) -> Result<Pos, Error> {
    serde_json::from_str(&row.body).map_err(|e| Error::Fault(Fault::Value(format!("manifest position: {e}"))))
}

/// The position belongs to the document from its registration on.
pub(super) fn claim(tx: &mut dyn Tx, row: &Declaration, pos: Option<&str>, at: Option<&Lodged>) -> Result<(), Error> {
    let (Some(pos), Some(bc11)) = (pos, at.and_then(|l| l.bc11.as_ref())) else { return Ok(()) };
    let Some(mut found) = positions::find(tx, &row.kode_kantor, &bc11.nomor, bc11.tanggal, pos)? else { return Ok(()) };
    set(tx, &mut found, StatusPos::Matched, Some(row))
}

/// The goods are released: the position is closed.
pub(super) fn close(tx: &mut dyn Tx, row: &Declaration, at: Option<&Lodged>) -> Result<(), Error> {
    change(tx, row, at, StatusPos::Closed, Some(row))
}

/// The declaration is void: the position is free again.
pub(super) fn reopen(tx: &mut dyn Tx, row: &Declaration, at: Option<&Lodged>) -> Result<(), Error> {
    change(tx, row, at, StatusPos::Open, None)
}

fn change(
    tx: &mut dyn Tx,
    row: &Declaration,
    at: Option<&Lodged>,
    status: StatusPos,
    holder: Option<&Declaration>,
) -> Result<(), Error> {
    let Some(bc11) = at.and_then(|l| l.bc11.as_ref()) else { return Ok(()) };
    let found = positions::find(tx, &row.kode_kantor, &bc11.nomor, bc11.tanggal, &bc11.pos)?;
    match found {
        Some(mut pos) if pos.matched_declaration.as_deref() == Some(&row.id) => set(tx, &mut pos, status, holder),
        _ => Ok(()),
    }
}

fn set(tx: &mut dyn Tx, row: &mut ManifestPos, status: StatusPos, holder: Option<&Declaration>) -> Result<(), Error> {
    let mut pos = read(row)?;
    pos.status = status;
    pos.nomor_aju = holder.and_then(|d| d.nomor_aju.parse().ok());
    let word = match status {
        StatusPos::Open => "OPEN",
        StatusPos::Matched => "MATCHED",
        StatusPos::Closed => "CLOSED",
    };
    word.clone_into(&mut row.status);
    row.matched_declaration = holder.map(|d| d.id.clone());
    row.body = serde_json::to_string(&pos).map_err(|e| Error::Broken(e.to_string()))?;
    Ok(positions::save(tx, row)?)
}
