//! Manifest positions (BC 1.1), and which bill of lading was already declared.

use jiff::civil::Date;

use crate::row::{all, optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Row, Tx};

record! {
    /// One position of a BC 1.1.
    ManifestPos as pos_columns {
        /// Office, 6 digits.
        office: String,
        /// BC 1.1 number, 6 digits.
        number: String,
        /// BC 1.1 date.
        date: Date,
        /// Position, 12 digits.
        pos: String,
        /// JSON: B/L, containers, packages, weight.
        body: String,
        /// Open, matched, closed …
        status: String,
        /// The declaration that took it.
        matched_declaration: Option<String>,
        /// Starts at 1.
        version: u32,
    }
}

statements! {
    PUT = concat!("INSERT INTO manifest_pos (", pos_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
        ON CONFLICT (office, number, date, pos) DO UPDATE SET body = excluded.body, version = manifest_pos.version + 1 \
        WHERE manifest_pos.matched_declaration IS NULL");
    FIND = concat!("SELECT ", pos_columns!(), " FROM manifest_pos WHERE office = $1 AND number = $2 AND date = $3 AND pos = $4");
    OF_MANIFEST = concat!("SELECT ", pos_columns!(), " FROM manifest_pos WHERE office = $1 AND number = $2 AND date = $3 \
        AND pos > $4 ORDER BY pos LIMIT $5");
    PAPER = "INSERT INTO manifest_paper (office, paper, paper_date, number, date, pos) VALUES ($1, $2, $3, $4, $5, $6) \
        ON CONFLICT DO NOTHING";
    BY_PAPER = concat!("SELECT ", pos_columns!(), " FROM manifest_pos WHERE (office, number, date, pos) IN \
        (SELECT office, number, date, pos FROM manifest_paper WHERE office = $1 AND paper = $2 AND paper_date = $3) \
        ORDER BY date DESC, pos LIMIT 20");
    SAVE = "UPDATE manifest_pos SET status = $6, matched_declaration = $7, version = version + 1 \
        WHERE office = $1 AND number = $2 AND date = $3 AND pos = $4 AND version = $5";
    BL_TAKE = "INSERT INTO bl_use (company_id, nomor, tanggal, declaration_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    BL_FIND = "SELECT declaration_id FROM bl_use WHERE company_id = $1 AND nomor = $2 AND tanggal = $3";
    BL_FREE = "DELETE FROM bl_use WHERE declaration_id = $1";
}

/// Adds a position or replaces the body of a free one; false when it is already matched.
pub fn put(tx: &mut dyn Tx, pos: &ManifestPos) -> Result<bool, Fault> {
    Ok(tx.execute(PUT, &pos.values())? == 1)
}

/// Makes a position known by a bill of lading.
pub fn note_paper(tx: &mut dyn Tx, pos: &ManifestPos, paper: &str, paper_date: Date) -> Result<(), Fault> {
    let ManifestPos { office, number, date, pos: place, .. } = pos;
    tx.execute(PAPER, params![office, paper, paper_date, number, *date, place]).map(drop)
}

/// Positions known by a bill of lading at an office, newest manifest first, at most 20.
pub fn by_paper(tx: &mut dyn Tx, office: &str, paper: &str, paper_date: Date) -> Result<Vec<ManifestPos>, Fault> {
    all(tx.query(BY_PAPER, params![office, paper, paper_date])?)
}

/// One position.
pub fn find(tx: &mut dyn Tx, office: &str, number: &str, date: Date, pos: &str) -> Result<Option<ManifestPos>, Fault> {
    optional(tx.query_opt(FIND, params![office, number, date, pos])?)
}

/// Positions of a manifest after `after` (empty for the first page).
pub fn of_manifest(
    tx: &mut dyn Tx,
    (office, number, date): (&str, &str, Date),
    after: &str,
    limit: u32,
) -> Result<Vec<ManifestPos>, Fault> {
    all(tx.query(OF_MANIFEST, params![office, number, date, after, limit])?)
}

/// Saves status and match; the version must still be the loaded one and is raised.
pub fn save(tx: &mut dyn Tx, pos: &mut ManifestPos) -> Result<(), Fault> {
    let ManifestPos { office, number, date, pos: nomor, version, status, matched_declaration, .. } = &*pos;
    let changed = tx.execute(SAVE, params![office, number, date, nomor, version, status, matched_declaration])?;
    if changed == 0 {
        return Err(Fault::conflict(format!("manifest position {office}/{number}/{date}/{nomor}")));
    }
    pos.version += 1;
    Ok(())
}

/// Takes a bill of lading for a declaration; gives the declaration that holds it: this one, or the one that came first.
pub fn take_bl(
    tx: &mut dyn Tx,
    company_id: &str,
    nomor: &str,
    tanggal: Date,
    declaration_id: &str,
) -> Result<String, Fault> {
    tx.execute(BL_TAKE, params![company_id, nomor, tanggal, declaration_id])?;
    let holder = find_bl(tx, company_id, nomor, tanggal)?;
    holder.ok_or_else(|| Fault::Value(format!("bill of lading {nomor} is held by nobody")))
}

/// The live declaration that holds a bill of lading.
pub fn find_bl(tx: &mut dyn Tx, company_id: &str, nomor: &str, tanggal: Date) -> Result<Option<String>, Fault> {
    tx.query_opt(BL_FIND, params![company_id, nomor, tanggal])?.map(Row::only).transpose()
}

/// Frees the bills of lading of a declaration: rejected, cancelled or withdrawn.
pub fn free_bl(tx: &mut dyn Tx, declaration_id: &str) -> Result<(), Fault> {
    tx.execute(BL_FREE, params![declaration_id]).map(drop)
}
