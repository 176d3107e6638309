//! Companies: importers, brokers, carriers.

use jiff::Timestamp;

use crate::row::{all, optional, record, words};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

words! {
    /// Standing with customs, which the channel rules read.
    CompanyClass {
        /// Authorised economic operator.
        Aeo = "AEO",
        /// Main partner of customs.
        Mita = "MITA",
        /// Everybody else.
        Reguler = "REGULER",
    }
}

record! {
    /// A company.
    Company as company_columns {
        /// UUIDv7.
        id: String,
        /// 16 digits, unique.
        npwp: String,
        /// 13 digits.
        nib: Option<String>,
        /// Registered name.
        name: String,
        /// Registered address.
        address: String,
        /// Standing.
        class: CompanyClass,
        /// `01` API-U, `02` API-P, none without import licence.
        api_kind: Option<String>,
        /// JSON list of the reasons why access is blocked; `[]` when free.
        blocked: String,
        /// 6 characters, unique, part of a nomor aju.
        code: String,
        /// When it was registered.
        created: Timestamp,
        /// Starts at 1.
        version: u32,
        /// `BADAN_USAHA`, `PERORANGAN` or `INSTANSI`.
        kind: String,
        /// Place of business, 22 digits.
        nitku: Option<String>,
        /// When OSS/DJP was last asked.
        refreshed: Option<Timestamp>,
    }
}

statements! {
    INSERT = concat!("INSERT INTO company (", company_columns!(), ") VALUES \
        ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT DO NOTHING");
    BY_ID = concat!("SELECT ", company_columns!(), " FROM company WHERE id = $1");
    BY_NPWP = concat!("SELECT ", company_columns!(), " FROM company WHERE npwp = $1");
    BY_CODE = concat!("SELECT ", company_columns!(), " FROM company WHERE code = $1");
    LIST = concat!("SELECT ", company_columns!(), " FROM company WHERE npwp > $1 ORDER BY npwp LIMIT $2");
    SAVE = "UPDATE company SET nib = $3, name = $4, address = $5, class = $6, api_kind = $7, blocked = $8, refreshed = $9, version = version + 1 \
        WHERE id = $1 AND version = $2";
}

/// Adds a company; false when the NPWP or the code is taken.
pub fn insert(tx: &mut dyn Tx, company: &Company) -> Result<bool, Fault> {
    Ok(tx.execute(INSERT, &company.values())? == 1)
}

/// By id.
pub fn by_id(tx: &mut dyn Tx, id: &str) -> Result<Option<Company>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// By NPWP, 16 digits.
pub fn by_npwp(tx: &mut dyn Tx, npwp: &str) -> Result<Option<Company>, Fault> {
    optional(tx.query_opt(BY_NPWP, params![npwp])?)
}

/// By the 6 characters in its nomor aju.
pub fn by_code(tx: &mut dyn Tx, code: &str) -> Result<Option<Company>, Fault> {
    optional(tx.query_opt(BY_CODE, params![code])?)
}

/// Companies by NPWP, after `after` (empty for the first page).
pub fn list(tx: &mut dyn Tx, after: &str, limit: u32) -> Result<Vec<Company>, Fault> {
    all(tx.query(LIST, params![after, limit])?)
}

/// Saves all but id, NPWP, code, kind and date; the version must still be the loaded one and is raised.
pub fn save(tx: &mut dyn Tx, company: &mut Company) -> Result<(), Fault> {
    let Company { id, version, nib, name, address, class, api_kind, blocked, refreshed, .. } = &*company;
    let changed = tx.execute(SAVE, params![id, version, nib, name, address, class, api_kind, blocked, refreshed])?;
    if changed == 0 {
        return Err(Fault::conflict(format!("company {id}")));
    }
    company.version += 1;
    Ok(())
}
