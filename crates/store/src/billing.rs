//! Bills: requested from the partner under a stable id, paid there, noted here.

use jiff::Timestamp;
use kernel::Rupiah;

use crate::row::{all, optional, record, words};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

words! {
    /// What a bill is for.
    BillingKind {
        /// Duties of the declaration.
        Pib = "PIB",
        /// A correction by the officer.
        Sptnp = "SPTNP",
    }
}

words! {
    /// Where a bill stands.
    BillState {
        /// The partner has not answered yet.
        Requested = "DIMINTA",
        /// Has a code and waits for payment.
        Open = "AKTIF",
        /// Paid.
        Paid = "LUNAS",
        /// Its time is over.
        Expired = "KEDALUWARSA",
        /// Withdrawn.
        Cancelled = "DIBATALKAN",
    }
}

record! {
    /// One bill.
    Bill as bill_columns {
        /// UUIDv7.
        id: String,
        /// Declaration.
        declaration_id: String,
        /// What it is for.
        kind: BillingKind,
        /// Id of the request at the partner, unique.
        request_id: String,
        /// 15 digits, none until the partner answered.
        kode_billing: Option<String>,
        /// Sum.
        amount: Rupiah,
        /// JSON list of account lines.
        lines: String,
        /// Where it stands.
        status: BillState,
        /// Last moment of payment.
        expires: Timestamp,
        /// The state's receipt number of the first payment.
        ntpn: Option<String>,
        /// When the bank booked it.
        paid_at: Option<Timestamp>,
        /// JSON list of payments, first one first; more than one is a double payment.
        payments: String,
        /// When it was requested.
        created: Timestamp,
        /// Starts at 1.
        version: u32,
    }
}

statements! {
    INSERT = concat!("INSERT INTO billing (", bill_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, \
        $13, $14) ON CONFLICT (request_id) DO NOTHING");
    BY_ID = concat!("SELECT ", bill_columns!(), " FROM billing WHERE id = $1");
    BY_CODE = concat!("SELECT ", bill_columns!(), " FROM billing WHERE kode_billing = $1");
    OF_DECLARATION = concat!("SELECT ", bill_columns!(), " FROM billing WHERE declaration_id = $1 ORDER BY created, id");
    IN_STATE = concat!("SELECT ", bill_columns!(), " FROM billing WHERE status = $1 AND expires <= $2 \
        ORDER BY expires, id LIMIT $3");
    SAVE = "UPDATE billing SET kode_billing = $3, status = $4, expires = $5, ntpn = $6, paid_at = $7, payments = $8, \
        version = version + 1 WHERE id = $1 AND version = $2";
}

/// Adds a bill; false when the request id is known.
pub fn insert(tx: &mut dyn Tx, bill: &Bill) -> Result<bool, Fault> {
    Ok(tx.execute(INSERT, &bill.values())? == 1)
}

/// By id.
pub fn by_id(tx: &mut dyn Tx, id: &str) -> Result<Option<Bill>, Fault> {
    optional(tx.query_opt(BY_ID, params![id])?)
}

/// By billing code.
pub fn by_code(tx: &mut dyn Tx, kode_billing: &str) -> Result<Option<Bill>, Fault> {
    optional(tx.query_opt(BY_CODE, params![kode_billing])?)
}

/// All bills of a declaration, oldest first.
pub fn of_declaration(tx: &mut dyn Tx, declaration_id: &str) -> Result<Vec<Bill>, Fault> {
    all(tx.query(OF_DECLARATION, params![declaration_id])?)
}

/// Bills in a state that expire no later than `until`, first to expire first.
pub fn in_state(tx: &mut dyn Tx, state: BillState, until: Timestamp, limit: u32) -> Result<Vec<Bill>, Fault> {
    all(tx.query(IN_STATE, params![state, until, limit])?)
}

/// Saves code, state, expiry and payment; the version must still be the loaded one and is raised.
pub fn save(tx: &mut dyn Tx, bill: &mut Bill) -> Result<(), Fault> {
    let Bill { id, version, kode_billing, status, expires, ntpn, paid_at, payments, .. } = &*bill;
    let changed = tx.execute(SAVE, params![id, version, kode_billing, status, expires, ntpn, paid_at, payments])?;
    if changed == 0 {
        return Err(Fault::conflict(format!("bill {id}")));
    }
    bill.version += 1;
    Ok(())
}
