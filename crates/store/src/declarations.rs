//! The root row of a declaration: projections for lists, the workflow's state, and the version that guards both.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::row::{optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// The root of a declaration.
    Declaration as declaration_columns {
        /// UUIDv7.
        id: String,
        /// The company that declares.
        company_id: String,
        /// The broker that acts for it.
        ppjk_id: Option<String>,
        /// 26 characters, unique for ever.
        nomor_aju: String,
        /// For example `20`.
        kode_dokumen: String,
        /// 6 digits.
        kode_kantor: String,
        /// Counter series that the registration number came from.
        seri_daftar: Option<String>,
        /// 6 digits.
        nomor_daftar: Option<String>,
        /// Date of registration.
        tanggal_daftar: Option<Date>,
        /// Channel, for officers.
        jalur: Option<String>,
        /// Workflow state in one word.
        status: String,
        /// Process code shown to the trader, 3 digits.
        kode_proses: String,
        /// When that code was reached.
        waktu_status: Timestamp,
        /// Importer, for lists.
        nama_importir: String,
        /// Workflow state, JSON.
        state: String,
        /// Starts at 1; every save raises it.
        version: u32,
        /// Reference snapshot of the last decision.
        reference_version: u32,
        /// When the present state is overdue.
        waiting_until: Option<Timestamp>,
        /// First save.
        created: Timestamp,
        /// Last save.
        updated: Timestamp,
    }
}
pub(crate) use declaration_columns;

statements! {
    INSERT = concat!("INSERT INTO declaration (", declaration_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, \
        $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) ON CONFLICT (nomor_aju) DO NOTHING");
    BY_ID = concat!("SELECT ", declaration_columns!(), " FROM declaration WHERE id = $1");
    BY_ID_LOCKED = concat!("SELECT ", declaration_columns!(), " FROM declaration WHERE id = $1 /*pg FOR UPDATE*/");
    BY_AJU = concat!("SELECT ", declaration_columns!(), " FROM declaration WHERE nomor_aju = $1");
    SAVE = "UPDATE declaration SET ppjk_id = $3, seri_daftar = $4, nomor_daftar = $5, tanggal_daftar = $6, jalur = $7, \
        status = $8, kode_proses = $9, waktu_status = $10, nama_importir = $11, state = $12, reference_version = $13, \
        waiting_until = $14, updated = $15, kode_kantor = $16, version = version + 1 WHERE id = $1 AND version = $2";
    BURY = "UPDATE declaration SET status = 'deleted', waiting_until = NULL, updated = $2, version = version + 1 WHERE id = $1";
}

/// Adds a declaration; false when the nomor aju is taken.
pub fn insert(tx: &mut dyn Tx, declaration: &Declaration) -> Result<bool, Fault> {
    Ok(tx.execute(INSERT, &declaration.values())? == 1)
}

/// By id.
pub fn by_id(tx: &mut dyn Tx, id: &str) -> Result<Option<Declaration>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// By id, to be changed: on PostgreSQL others wait until this transaction ends, on SQLite they do so anyway.
pub fn for_update(tx: &mut dyn Tx, id: &str) -> Result<Option<Declaration>, Fault> {
    optional(tx.query_opt(BY_ID_LOCKED, params![id])?)
}

/// By nomor aju.
pub fn by_nomor_aju(tx: &mut dyn Tx, nomor_aju: &str) -> Result<Option<Declaration>, Fault> {
    optional(tx.query_opt(BY_AJU, params![nomor_aju])?)
}

/// Takes a draft out of all lists; its number stays used.
pub fn bury(tx: &mut dyn Tx, id: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(BURY, params![id, now]).map(drop)
}

/// Saves the root; its version must still be the one that was loaded, else `Conflict`. Raises the version here and there.
///
/// Id, company, nomor aju, document kind and date of creation never change; the office may, until the document is sent.
pub fn save(tx: &mut dyn Tx, declaration: &mut Declaration) -> Result<(), Fault> {
    let root = &*declaration;
    let changed = tx.execute(
        SAVE,
        params![
            &root.id,
            root.version,
            &root.ppjk_id,
            &root.seri_daftar,
            &root.nomor_daftar,
            root.tanggal_daftar,
            &root.jalur,
            &root.status,
            &root.kode_proses,
            root.waktu_status,
            &root.nama_importir,
            &root.state,
            root.reference_version,
            root.waiting_until,
            root.updated,
            &root.kode_kantor,
        ],
    )?;
    if changed == 0 {
        return Err(Fault::conflict(format!("declaration {}", root.id)));
    }
    declaration.version += 1;
    Ok(())
}
