//! Letters and printed forms as PDF: set from frozen data when asked for, and kept.

use std::sync::Arc;

use declaration::workflow::State;
use declaration::{Pib, figures};
use store::blobs;
use store::declarations::Declaration;
use store::frozen::Frozen;
use store::respon::Respon;
use store::{Tx, billing, declarations, frozen, parts, respon};

use super::status::{find, sees};
use crate::access::{Actor, UseCase};
use crate::draft::assemble;
use crate::jobs::parse_frozen;
use crate::letter::{self, FormHead, Issue, LetterState, Source};
use crate::process::Env;
use crate::{App, Error};

/// A PDF for a client.
#[derive(Debug, Clone)]
pub struct Pdf {
    /// Name to save it under.
    pub file_name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// A key as a client gave it; one that no key looks like is not there, and never reaches the database.
fn key(text: &str) -> Result<String, Error> {
    let fits = !text.is_empty() && text.len() <= 40 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if fits { Ok(text.to_owned()) } else { Err(Error::NotFound) }
}

/// The letter at a path of the status answer.
pub fn letter_by_path(app: &App, actor: &Actor, path: &str) -> Result<Pdf, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let id = key(path.rsplit('/').next().and_then(|name| name.strip_suffix(".pdf")).unwrap_or_default())?;
    fetch(app, actor, move |tx| Ok(respon::by_id(tx, &id)?))
}

/// The newest letter of a kind for a document.
pub fn letter_by_code(app: &App, actor: &Actor, nomor_aju: &str, kode_respon: &str) -> Result<Pdf, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (who, aju, code) = (actor.clone(), nomor_aju.to_owned(), key(kode_respon)?);
    fetch(app, actor, move |tx| match find(tx, &who, &aju)? {
        Some(declaration) => Ok(respon::latest(tx, &declaration.id, &code)?),
        None => Ok(None),
    })
}

/// The letter of a billing code.
pub fn letter_of_billing(app: &App, actor: &Actor, kode_billing: &str) -> Result<Pdf, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let code = key(kode_billing)?;
    fetch(app, actor, move |tx| {
        let Some(bill) = billing::by_code(tx, &code)? else { return Ok(None) };
        let letters = respon::of_declaration(tx, &bill.declaration_id)?;
        let mentions = |row: &Respon| matches!(row.kode_respon.as_str(), "2020" | "2028") && row.data.contains(&code);
        Ok(letters.into_iter().rev().find(mentions))
    })
}

/// Everything that determines one letter.
struct Bundle {
    row: Respon,
    declaration: Declaration,
    issue: Issue,
    frozen: Option<Frozen>,
    made: Option<Vec<u8>>,
}

fn fetch(
    app: &App,
    actor: &Actor,
    pick: impl Fn(&mut dyn Tx) -> Result<Option<Respon>, Error> + Send + 'static,
) -> Result<Pdf, Error> {
    let who = actor.clone();
    let bundle = app.db().read(move |tx| {
        let row = pick(tx)?.ok_or(Error::NotFound)?;
        let declaration = declarations::by_id(tx, &row.declaration_id)?.filter(|d| sees(&who, d));
        let declaration = declaration.ok_or(Error::NotFound)?;
        let issue: Issue = serde_json::from_str(&row.data).map_err(|e| Error::Broken(e.to_string()))?;
        let frozen = match issue.revision {
            0 => None,
            revision => frozen::one(tx, &declaration.id, revision)?,
        };
        let made = blobs::letter(tx, &row.id)?.map(|blob| blob.bytes);
        Ok::<_, Error>(Bundle { row, declaration, issue, frozen, made })
    })?;
    let (short, _) = letter::title(&bundle.row.kode_respon);
    let file_name = format!("{}-{}-{}.pdf", bundle.row.kode_respon, file_word(short), bundle.declaration.nomor_aju);
    let bytes = match &bundle.made {
        Some(bytes) => bytes.clone(),
        None => make(app, &bundle)?,
    };
    Ok(Pdf { file_name, bytes })
}

/// Sets the page and keeps it: the same data give the same bytes, so a race stores the same thing twice.
fn make(app: &App, bundle: &Bundle) -> Result<Vec<u8>, Error> {
    let issue = &bundle.issue;
    let day = app.current().day_of(app.db(), issue.reference_version, issue.today)?;
    let (doc, sha256) = match &bundle.frozen {
        Some(frozen) => (parse_frozen(&frozen.body)?, frozen.sha256.clone()),
        None => (Pib::default(), String::new()),
    };
    let source = Source {
        nomor_respon: bundle.row.nomor_respon.as_deref(),
        waktu: bundle.row.at,
        verify_code: &bundle.row.verify_code,
        nomor_aju: &bundle.declaration.nomor_aju,
        kode_kantor: &bundle.declaration.kode_kantor,
        sha256: &sha256,
        doc: &doc,
        snapshot: &day.snapshot,
        params: &day.params,
    };
    let (kind, data) = letter::assemble(issue, &source).map_err(|e| Error::Broken(e.to_string()))?;
    let bytes = app.ports().letters.render(kind, &data).map_err(|e| Error::Broken(e.to_string()))?;
    let (id, kept, now) = (bundle.row.id.clone(), bytes.clone(), app.now());
    app.db().write(move |tx| blobs::put_letter(tx, &id, &kept, now))?;
    Ok(bytes)
}

/// A name that every file system takes.
fn file_word(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

/// The printed BC 2.0: the draft with a watermark, or the document as sent.
pub fn form(app: &App, actor: &Actor, nomor_aju: &str, is_final: Option<bool>) -> Result<Pdf, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (who, aju) = (actor.clone(), nomor_aju.to_owned());
    let (declaration, sent, draft) = app.db().read(move |tx| {
        let declaration = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let sent = frozen::latest(tx, &declaration.id)?;
        let draft = parts::load(tx, &declaration.id)?;
        Ok::<_, Error>((declaration, sent, draft))
    })?;
    let wants_final = is_final.unwrap_or(draft.is_empty());
    let (doc, sha256) = match (wants_final, sent) {
        (true, Some(sent)) => (parse_frozen(&sent.body)?, Some(sent.sha256)),
        (true, None) => return Err(Error::NotFound),
        (false, sent) if draft.is_empty() => {
            (sent.map(|s| parse_frozen(&s.body)).transpose()?.unwrap_or_default(), None)
        }
        (false, _) => (assemble(&draft)?, None),
    };
    let env = Env::of(app, declaration.kode_kantor.parse().ok(), None)?;
    let day = app.current().day_of(app.db(), declaration.reference_version.max(1), judged_on(&declaration, &env))?;
    let day = if wants_final { day } else { Arc::clone(&env.day) };
    let state: State = serde_json::from_str(&declaration.state).map_err(|e| Error::Broken(e.to_string()))?;
    let assessment = figures::assess(&doc, &day.snapshot, &day.params, day.today);
    let head = FormHead {
        nomor_aju: &declaration.nomor_aju,
        kode_kantor: &declaration.kode_kantor,
        waktu: declaration.updated,
        instalasi: &app.settings().name,
        base_url: &app.settings().base_url,
        sha256: sha256.as_deref(),
        state: &LetterState::of(&state),
    };
    let data = letter::form(&doc, &assessment, &day.snapshot, day.today, &head);
    let bytes = app.ports().letters.render("BC20", &data).map_err(|e| Error::Broken(e.to_string()))?;
    let stage = if wants_final { "final" } else { "draf" };
    Ok(Pdf { file_name: format!("BC20-{stage}-{}.pdf", declaration.nomor_aju), bytes })
}

/// The day by which a sent document was judged: that of its registration, else of its last change.
fn judged_on(declaration: &Declaration, env: &Env) -> kernel::Date {
    declaration.tanggal_daftar.unwrap_or_else(|| {
        let zone = env.day.snapshot.kantor(&declaration.kode_kantor).map_or("WIB", |k| k.zona_waktu());
        crate::reference::office_day(declaration.updated, zone)
    })
}
