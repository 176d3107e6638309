//! The inbox: what a company was told, and what each of its users has read.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::row::{Cells, FromRow, all, optional, record, words};
use crate::sql::{params, statements};
use crate::{Fault, Row, ToValue, Tx, Value};

words! {
    /// What a notice is about.
    NoticeKind {
        /// A letter.
        Surat = "SURAT",
        /// A deadline that passed.
        Batas = "BATAS",
        /// Something that is asked of the declarant.
        Permintaan = "PERMINTAAN",
        /// Anything else.
        Kabar = "KABAR",
    }
}

record! {
    /// One notice to one company.
    Notice as notice_columns {
        /// UUIDv7.
        id: String,
        /// Whose inbox.
        company_id: String,
        /// Who declares.
        owner_id: String,
        /// Document.
        declaration_id: String,
        /// What it is about.
        kind: NoticeKind,
        /// Indonesian.
        title_id: String,
        /// English.
        title_en: String,
        /// Its letter.
        respon_id: Option<String>,
        /// Until when the declarant has to act.
        due: Option<Timestamp>,
        /// When.
        at: Timestamp,
    }
}

/// A notice as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The notice.
    pub notice: Notice,
    /// Number of its document.
    pub nomor_aju: String,
    /// Importer.
    pub nama_importir: String,
    /// Whether this reader has read it.
    pub read: bool,
}

impl FromRow for Seen {
    fn from_row(cells: &mut Cells) -> Result<Self, Fault> {
        Ok(Self {
            notice: Notice::from_row(cells)?,
            nomor_aju: cells.take()?,
            nama_importir: cells.take()?,
            read: cells.take()?,
        })
    }
}

/// The columns of a notice `n`, and what the reader $3 has read up to $4 or one by one.
macro_rules! seen {
    () => {
        "n.id, n.company_id, n.owner_id, n.declaration_id, n.kind, n.title_id, n.title_en, n.respon_id, n.due, n.at, \
         d.nomor_aju, d.nama_importir, CAST(CASE WHEN n.at <= $4 OR EXISTS (SELECT 1 FROM notice_read r \
         WHERE r.account_id = $3 AND r.notice_id = n.id) THEN 1 ELSE 0 END AS BIGINT) \
         FROM notice n JOIN declaration d ON d.id = n.declaration_id WHERE n.company_id = $1"
    };
}
/// Notices of one's own documents, and of clients whose power is in force on the day $2.
macro_rules! allowed {
    () => {
        " AND (n.owner_id = $1 OR EXISTS (SELECT 1 FROM kuasa k WHERE k.broker_id = $1 AND k.client_id = n.owner_id \
         AND k.valid_from <= $2 AND k.valid_to >= $2 AND k.revoked IS NULL))"
    };
}

statements! {
    INSERT = concat!("INSERT INTO notice (", notice_columns!(), ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    LIST = concat!("SELECT ", seen!(), allowed!(), " AND (CAST($5 AS TEXT) IS NULL OR n.kind = $5) AND (n.at, n.id) < ($6, $7) \
        AND (CAST($8 AS BIGINT) = 0 OR (n.at > $4 AND NOT EXISTS (SELECT 1 FROM notice_read r WHERE r.account_id = $3 AND r.notice_id = n.id))) \
        ORDER BY n.at DESC, n.id DESC LIMIT $9");
    ONE = concat!("SELECT ", seen!(), allowed!(), " AND n.id = $5");
    UNREAD = concat!("SELECT COUNT(*) FROM (SELECT 1 FROM notice n WHERE n.company_id = $1 AND n.at > $4", allowed!(),
        " AND NOT EXISTS (SELECT 1 FROM notice_read r WHERE r.account_id = $3 AND r.notice_id = n.id) LIMIT $5) AS t");
    MARK = "SELECT until FROM notice_mark WHERE account_id = $1";
    READ = "INSERT INTO notice_read (account_id, notice_id, at) VALUES ($1, $2, $3) ON CONFLICT (account_id, notice_id) DO NOTHING";
    READ_ALL = "INSERT INTO notice_mark (account_id, until) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE SET until = $2";
    FORGET = "DELETE FROM notice_read WHERE account_id = $1 AND at <= $2";
}

/// Who reads, for whom, and what he read all of.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    /// His company.
    pub company: &'a str,
    /// His account.
    pub account: &'a str,
    /// The day on which powers of attorney must be in force.
    pub today: Date,
    /// Everything up to here counts as read.
    pub until: Timestamp,
}

/// What is wanted of the inbox.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Only this kind.
    pub kind: Option<NoticeKind>,
    /// Only what is not read.
    pub unread: bool,
    /// Continue below this one: moment and id.
    pub below: Option<(Timestamp, String)>,
    /// At most 200.
    pub limit: u32,
}

/// Adds a notice.
pub fn insert(tx: &mut dyn Tx, notice: &Notice) -> Result<(), Fault> {
    tx.execute(INSERT, &notice.values()).map(drop)
}

/// A page, newest first.
pub fn list(tx: &mut dyn Tx, reader: &Reader<'_>, page: &Page) -> Result<Vec<Seen>, Fault> {
    let (at, id) = page.below.clone().map_or((Value::Int(i64::MAX), String::new()), |(at, id)| (at.to_value(), id));
    let Reader { company, account, today, until } = reader;
    all(tx.query(LIST, params![company, today, account, until, page.kind, at, id, page.unread, page.limit.min(200)])?)
}

/// One notice, if the reader may see it.
pub fn one(tx: &mut dyn Tx, reader: &Reader<'_>, id: &str) -> Result<Option<Seen>, Fault> {
    let Reader { company, account, today, until } = reader;
    optional(tx.query_opt(ONE, params![company, today, account, until, id])?)
}

/// How many are not read, counted up to `most`.
pub fn unread(tx: &mut dyn Tx, reader: &Reader<'_>, most: u32) -> Result<i64, Fault> {
    let Reader { company, account, today, until } = reader;
    tx.query_opt(UNREAD, params![company, today, account, until, most])?.map_or(Ok(0), Row::only)
}

/// Up to where an account has read everything.
pub fn mark(tx: &mut dyn Tx, account_id: &str) -> Result<Option<Timestamp>, Fault> {
    tx.query_opt(MARK, params![account_id])?.map(Row::only).transpose()
}

/// One notice is read.
pub fn read(tx: &mut dyn Tx, account_id: &str, notice_id: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(READ, params![account_id, notice_id, now]).map(drop)
}

/// Everything so far is read.
pub fn read_all(tx: &mut dyn Tx, account_id: &str, now: Timestamp) -> Result<(), Fault> {
    tx.execute(READ_ALL, params![account_id, now])?;
    tx.execute(FORGET, params![account_id, now]).map(drop)
}
