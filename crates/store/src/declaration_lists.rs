//! Lists of declarations, always within what the actor may see.

use jiff::Timestamp;

use crate::declarations::{Declaration, declaration_columns};
use crate::row::all;
use crate::sql::{params, statements};
use crate::{Fault, Row, ToValue, Tx, Value};

/// Whose declarations are meant; every list takes one, so none can forget the tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Declared by this company or by it as broker.
    Company(String),
    /// Lodged at this office.
    Office(String),
    /// Everything: operators and jobs.
    All,
}

/// Which rows of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Only this status.
    pub status: Option<String>,
    /// Only a nomor aju that begins so.
    pub nomor_aju: Option<String>,
    /// Continue below this row: its `updated` and id.
    pub below: Option<(Timestamp, String)>,
    /// Rows wanted, at most 1,000.
    pub limit: u32,
}

/// Longest page.
const LONGEST: u32 = 1000;

/// One page of what `$scope` allows, straight from an index that ends in `updated, id`.
macro_rules! list {
    ($scope:literal) => {
        concat!(
            "SELECT ",
            declaration_columns!(),
            " FROM declaration WHERE ",
            $scope,
            " AND (CAST($2 AS TEXT) IS NULL OR status = $2) \
              AND (CAST($3 AS TEXT) IS NULL OR (nomor_aju >= $3 AND nomor_aju < $4)) \
               AND status <> 'deleted' AND (updated, id) < ($5, $6) ORDER BY updated DESC, id DESC LIMIT $7"
        )
    };
}

statements! {
    // Two pages from two indexes and the better half of both: an OR would read and sort all rows of the company.
    OF_COMPANY = concat!("SELECT ", declaration_columns!(), " FROM (SELECT * FROM (", list!("company_id = $1"), ") AS own \
        UNION SELECT * FROM (", list!("ppjk_id = $1"), ") AS acted) AS seen ORDER BY updated DESC, id DESC LIMIT $7");
    OF_OFFICE = list!("kode_kantor = $1");
    OF_ALL = list!("CAST($1 AS TEXT) IS NULL");
    OVERDUE = concat!("SELECT ", declaration_columns!(), " FROM declaration \
        WHERE waiting_until IS NOT NULL AND waiting_until <= $1 ORDER BY waiting_until, id LIMIT $2");
    NEXT_DEADLINE = "SELECT MIN(waiting_until) FROM declaration WHERE waiting_until IS NOT NULL";
    BY_STATUS = "SELECT status, COUNT(*) FROM declaration GROUP BY status ORDER BY status";
    BY_STATUS_OF_COMPANY = "SELECT status, COUNT(*) FROM declaration WHERE company_id = $1 OR ppjk_id = $1 \
        GROUP BY status ORDER BY status";
    BY_STATUS_OF_OFFICE = "SELECT status, COUNT(*) FROM declaration WHERE kode_kantor = $1 GROUP BY status ORDER BY status";
}

/// A page, last changed first.
pub fn list(tx: &mut dyn Tx, scope: &Scope, page: &Page) -> Result<Vec<Declaration>, Fault> {
    let (sql, whose) = match scope {
        Scope::Company(id) => (OF_COMPANY, id.to_value()),
        Scope::Office(code) => (OF_OFFICE, code.to_value()),
        Scope::All => (OF_ALL, Value::Null),
    };
    // Beyond every letter and digit: the half-open range is a prefix search that the index can serve.
    let end = page.nomor_aju.as_ref().map(|prefix| format!("{prefix}~"));
    let (updated, id) =
        page.below.clone().map_or((Value::Int(i64::MAX), String::new()), |(at, id)| (at.to_value(), id));
    let limit = page.limit.min(LONGEST);
    all(tx.query(sql, params![whose, &page.status, &page.nomor_aju, end, updated, id, limit])?)
}

/// Declarations whose deadline has passed, longest overdue first.
pub fn overdue(tx: &mut dyn Tx, now: Timestamp, limit: u32) -> Result<Vec<Declaration>, Fault> {
    all(tx.query(OVERDUE, params![now, limit])?)
}

/// The next deadline of any declaration.
pub fn next_deadline(tx: &mut dyn Tx) -> Result<Option<Timestamp>, Fault> {
    tx.query_opt(NEXT_DEADLINE, &[])?.map_or(Ok(None), Row::only)
}

/// How many declarations are in which status.
pub fn count_by_status(tx: &mut dyn Tx, scope: &Scope) -> Result<Vec<(String, i64)>, Fault> {
    let rows = match scope {
        Scope::Company(id) => tx.query(BY_STATUS_OF_COMPANY, params![id])?,
        Scope::Office(code) => tx.query(BY_STATUS_OF_OFFICE, params![code])?,
        Scope::All => tx.query(BY_STATUS, &[])?,
    };
    let pair = |row: Row| {
        let mut cells = row.cells();
        Ok((cells.take()?, cells.take()?))
    };
    rows.into_iter().map(pair).collect()
}
