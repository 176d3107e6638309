//! Kotak notifikasi: what the company was told, read or not by each of its users.

use jiff::{SignedDuration, Timestamp};
use kernel::Text;
use store::notices::{self, NoticeKind, Page, Reader, Seen};
use store::{Reach, Tx};

use crate::access::{Actor, UseCase};
use crate::reference::office_day;
use crate::{App, Error};

/// Older notices count as read, days.
const FRESH: i64 = 30;
/// Unread notices are counted up to here.
const MOST: u32 = 100;

/// One notice.
#[derive(Debug, Clone)]
pub struct NoticeRow {
    /// For addresses.
    pub id: String,
    /// `SURAT`, `BATAS`, `PERMINTAAN` or `KABAR`.
    pub kind: &'static str,
    /// What.
    pub title: Text,
    /// Document.
    pub nomor_aju: String,
    /// Importer.
    pub nama_importir: String,
    /// Id of its letter.
    pub letter: Option<String>,
    /// Until when something is asked.
    pub due: Option<Timestamp>,
    /// When.
    pub at: Timestamp,
    /// The reader has read it.
    pub read: bool,
}

/// A page of the inbox, newest first.
#[derive(Debug, Clone)]
pub struct Inbox {
    /// The notices.
    pub rows: Vec<NoticeRow>,
    /// What to ask for the older ones with.
    pub next: Option<String>,
    /// How many are not read, at most 100.
    pub unread: usize,
}

/// Runs with the reader's company, account and marks.
fn reading<T: Send + 'static>(
    app: &App,
    actor: &Actor,
    body: impl Fn(&mut dyn Tx, &Reader<'_>) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (company, account) = (actor.company()?.to_owned(), actor.account_id.clone());
    let (now, today) = (app.now(), office_day(app.now(), "WIB"));
    app.db().write(move |tx| {
        tx.narrow(Reach::Company(&company))?;
        let old = now.saturating_sub(SignedDuration::from_hours(24 * FRESH)).unwrap_or(now);
        let until = notices::mark(tx, &account)?.map_or(old, |mark| mark.max(old));
        body(tx, &Reader { company: &company, account: &account, today, until })
    })
}

/// The same without changing anything.
fn looking<T: Send + 'static>(
    app: &App,
    actor: &Actor,
    body: impl Fn(&mut dyn Tx, &Reader<'_>) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (company, account) = (actor.company()?.to_owned(), actor.account_id.clone());
    let (now, today) = (app.now(), office_day(app.now(), "WIB"));
    app.db().read(move |tx| {
        tx.narrow(Reach::Company(&company))?;
        let old = now.saturating_sub(SignedDuration::from_hours(24 * FRESH)).unwrap_or(now);
        let until = notices::mark(tx, &account)?.map_or(old, |mark| mark.max(old));
        body(tx, &Reader { company: &company, account: &account, today, until })
    })
}

/// Reads a page: `kind` a word of [`NoticeRow::kind`], `below` the `next` of the page before.
pub fn inbox(app: &App, actor: &Actor, kind: &str, only_unread: bool, below: &str) -> Result<Inbox, Error> {
    const ROWS: u32 = 25;
    let kinds = [NoticeKind::Surat, NoticeKind::Batas, NoticeKind::Permintaan, NoticeKind::Kabar];
    let kind = kinds.into_iter().find(|known| known.as_str() == kind);
    let page = Page { kind, unread: only_unread, below: cursor(below), limit: ROWS + 1 };
    looking(app, actor, move |tx, reader| {
        let mut seen = notices::list(tx, reader, &page)?;
        let more = seen.len() > ROWS as usize;
        seen.truncate(ROWS as usize);
        let last = seen.last().filter(|_| more);
        let next = last.map(|s| format!("{}.{}", s.notice.at.as_microsecond(), s.notice.id));
        let unread = usize::try_from(notices::unread(tx, reader, MOST)?).unwrap_or_default();
        Ok(Inbox { rows: seen.into_iter().map(shown).collect(), next, unread })
    })
}

fn cursor(text: &str) -> Option<(Timestamp, String)> {
    let (at, id) = text.split_once('.')?;
    let fits = id.len() <= 40 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    Some((Timestamp::from_microsecond(at.parse().ok()?).ok()?, id.to_owned())).filter(|_| fits)
}

fn shown(seen: Seen) -> NoticeRow {
    let notice = seen.notice;
    NoticeRow {
        kind: notice.kind.as_str(),
        title: Text::made(notice.title_id, notice.title_en),
        id: notice.id,
        nomor_aju: seen.nomor_aju,
        nama_importir: seen.nama_importir,
        letter: notice.respon_id,
        due: notice.due,
        at: notice.at,
        read: seen.read,
    }
}

/// How many are not read, at most 100; none for whoever has no inbox.
pub fn unread(app: &App, actor: &Actor) -> Result<usize, Error> {
    if actor.company_id.is_none() || actor.may(UseCase::ReadDeclaration).is_err() {
        return Ok(0);
    }
    looking(app, actor, |tx, reader| Ok(usize::try_from(notices::unread(tx, reader, MOST)?).unwrap_or_default()))
}

/// Marks one as read and says which document it is about.
pub fn read(app: &App, actor: &Actor, id: &str) -> Result<NoticeRow, Error> {
    let (id, now) = (id.to_owned(), app.now());
    if id.len() > 40 || !id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
        return Err(Error::NotFound);
    }
    reading(app, actor, move |tx, reader| {
        let seen = notices::one(tx, reader, &id)?.ok_or(Error::NotFound)?;
        if !seen.read {
            notices::read(tx, reader.account, &id, now)?;
        }
        Ok(shown(seen))
    })
}

/// Marks everything as read.
pub fn read_all(app: &App, actor: &Actor) -> Result<(), Error> {
    let now = app.now();
    reading(app, actor, move |tx, reader| Ok(notices::read_all(tx, reader.account, now)?))
}
