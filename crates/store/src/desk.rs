//! The officers' desk: what they record before they sign, acts that need a second officer, and a company's past.

use jiff::Timestamp;

use crate::declarations::{Declaration, declaration_columns};
use crate::row::{all, optional, record};
use crate::sql::{params, statements};
use crate::{Fault, Tx};

record! {
    /// Something an officer records step by step.
    Draft as draft_columns {
        /// Declaration.
        declaration_id: String,
        /// What: `PERIKSA`, `PENETAPAN`.
        kind: String,
        /// JSON.
        body: String,
        /// Starts at 1; every save raises it.
        version: u32,
        /// Last save.
        updated: Timestamp,
        /// By whom.
        updated_by: String,
    }
}

record! {
    /// An act that a second officer has to confirm.
    Request as request_columns {
        /// UUIDv7.
        id: String,
        /// Declaration.
        declaration_id: String,
        /// Office, 6 digits.
        office: String,
        /// Word of the act.
        act: String,
        /// The action, JSON.
        action: String,
        /// What its letter prints, JSON.
        letter: String,
        /// Why it is asked for.
        note: String,
        /// Who asked.
        asked_by: String,
        /// When.
        asked: Timestamp,
        /// Who decided.
        decided_by: Option<String>,
        /// When.
        decided: Option<Timestamp>,
        /// `SETUJU`, `TOLAK` or `GUGUR`.
        outcome: Option<String>,
        /// Why.
        reason: Option<String>,
    }
}

statements! {
    DRAFT = concat!("SELECT ", draft_columns!(), " FROM desk_draft WHERE declaration_id = $1 AND kind = $2");
    NEW_DRAFT = concat!("INSERT INTO desk_draft (", draft_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING");
    SAVE_DRAFT = "UPDATE desk_draft SET body = $4, version = version + 1, updated = $5, updated_by = $6 \
        WHERE declaration_id = $1 AND kind = $2 AND version = $3";
    ASK = concat!("INSERT INTO desk_request (", request_columns!(), ") \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING");
    OPEN_REQUEST = concat!("SELECT ", request_columns!(), " FROM desk_request WHERE declaration_id = $1 AND decided IS NULL");
    REQUEST = concat!("SELECT ", request_columns!(), " FROM desk_request WHERE id = $1 AND office = $2");
    REQUESTS = concat!("SELECT ", request_columns!(), " FROM desk_request WHERE office = $1 AND decided IS NULL \
        ORDER BY asked, id LIMIT $2");
    OF_DECLARATION = concat!("SELECT ", request_columns!(), " FROM desk_request WHERE declaration_id = $1 ORDER BY asked, id");
    DECIDE = "UPDATE desk_request SET decided_by = $2, decided = $3, outcome = $4, reason = $5 WHERE id = $1 AND decided IS NULL";
    PAST = concat!("SELECT ", declaration_columns!(), " FROM declaration WHERE company_id = $1 AND kode_kantor = $2 \
        AND id <> $3 AND status NOT IN ('deleted', 'recording') ORDER BY created DESC, id DESC LIMIT $4");
}

/// What is recorded so far.
pub fn draft(tx: &mut dyn Tx, declaration_id: &str, kind: &str) -> Result<Option<Draft>, Fault> {
    optional(tx.query_opt(DRAFT, params![declaration_id, kind])?)
}

/// Saves it: version 0 is new, any other must still be the one that was read; false when somebody else was faster.
pub fn save_draft(tx: &mut dyn Tx, draft: &Draft) -> Result<bool, Fault> {
    if draft.version == 0 {
        let first = Draft { version: 1, ..draft.clone() };
        return Ok(tx.execute(NEW_DRAFT, &first.values())? == 1);
    }
    let Draft { declaration_id, kind, body, version, updated, updated_by } = draft;
    Ok(tx.execute(SAVE_DRAFT, params![declaration_id, kind, *version, body, *updated, updated_by])? == 1)
}

/// Asks for a second officer; false when the declaration already waits for one.
pub fn ask(tx: &mut dyn Tx, request: &Request) -> Result<bool, Fault> {
    Ok(tx.execute(ASK, &request.values())? == 1)
}

/// What a declaration waits for.
pub fn open_request(tx: &mut dyn Tx, declaration_id: &str) -> Result<Option<Request>, Fault> {
    optional(tx.query_opt(OPEN_REQUEST, params![declaration_id])?)
}

/// One of an office.
pub fn request(tx: &mut dyn Tx, id: &str, office: &str) -> Result<Option<Request>, Fault> {
    optional(tx.query_opt(REQUEST, params![id, office])?)
}

/// All that an office has to decide, oldest first.
pub fn requests(tx: &mut dyn Tx, office: &str, limit: u32) -> Result<Vec<Request>, Fault> {
    all(tx.query(REQUESTS, params![office, limit])?)
}

/// All of a declaration, oldest first.
pub fn of_declaration(tx: &mut dyn Tx, declaration_id: &str) -> Result<Vec<Request>, Fault> {
    all(tx.query(OF_DECLARATION, params![declaration_id])?)
}

/// Decides; false when it was decided already.
pub fn decide(
    tx: &mut dyn Tx,
    id: &str,
    by: &str,
    at: Timestamp,
    (outcome, reason): (&str, Option<&str>),
) -> Result<bool, Fault> {
    Ok(tx.execute(DECIDE, params![id, by, at, outcome, reason])? == 1)
}

/// Other declarations of a company at an office, newest first.
pub fn past(tx: &mut dyn Tx, company_id: &str, office: &str, but: &str, limit: u32) -> Result<Vec<Declaration>, Fault> {
    all(tx.query(PAST, params![company_id, office, but, limit])?)
}
