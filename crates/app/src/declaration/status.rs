//! Where documents stand: the steps, the letters, and what is waited for.

use std::cmp::Reverse;

use declaration::workflow::{State, waiting};
use jiff::Timestamp;
use kernel::{Date, IdPerusahaan, Text};
use store::declaration_lists::{self, Page, Scope};
use store::declarations::{self, Declaration};
use store::{Reach, Tx, billing, events, respon};

use crate::access::{Actor, UseCase};
use crate::letter;
use crate::process::Env;
use crate::{App, Error};

/// Status of a draft that was taken out of all lists.
const DELETED: &str = "deleted";
/// Most documents of one company in one answer.
const MOST: u32 = 200;

/// One step of one document.
#[derive(Debug, Clone)]
pub struct StatusRow {
    /// 26 characters.
    pub nomor_aju: String,
    /// Three digits.
    pub kode_proses: String,
    /// Name of the step.
    pub keterangan: String,
    /// Registration number once given.
    pub nomor_daftar: Option<String>,
    /// Its date.
    pub tanggal_daftar: Option<Date>,
    /// When.
    pub at: Timestamp,
    /// Document kind.
    pub kode_dokumen: String,
}

/// One letter of one document.
#[derive(Debug, Clone)]
pub struct ResponRow {
    /// 26 characters.
    pub nomor_aju: String,
    /// Document kind.
    pub kode_dokumen: String,
    /// Response code.
    pub kode_respon: String,
    /// Registration number once given.
    pub nomor_daftar: Option<String>,
    /// Its date.
    pub tanggal_daftar: Option<Date>,
    /// Letter number.
    pub nomor_respon: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Short name.
    pub keterangan: String,
    /// Lines of text.
    pub pesan: Vec<(String, String)>,
    /// Path for `download-respon`.
    pub pdf: String,
    /// Billing code of a billing letter.
    pub billing: Option<serde_json::Value>,
}

/// What a document waits for.
#[derive(Debug, Clone)]
pub struct WaitingView {
    /// 26 characters.
    pub nomor_aju: String,
    /// Why.
    pub reason: Text,
    /// Who must act.
    pub owner: String,
    /// Since when.
    pub since: Option<Timestamp>,
    /// Until when.
    pub deadline: Option<Timestamp>,
    /// What happens then.
    pub consequence: Text,
}

/// Steps and letters, newest first.
#[derive(Debug, Clone, Default)]
pub struct StatusView {
    /// Steps.
    pub steps: Vec<StatusRow>,
    /// Letters.
    pub letters: Vec<ResponRow>,
    /// What is waited for, one row a waiting document.
    pub waiting: Vec<WaitingView>,
}

/// All documents of the actor's company; `NotFound` when `id` is another company.
pub fn status_of_company(app: &App, actor: &Actor, id: &str) -> Result<StatusView, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let company = actor.company()?.to_owned();
    let asked: IdPerusahaan = id.parse().map_err(|_| Error::NotFound)?;
    if actor.npwp.as_deref() != Some(asked.npwp().as_ref()) {
        return Err(Error::NotFound);
    }
    let actor = actor.clone();
    let (mut view, list) = app.db().read(move |tx| {
        tx.narrow(Reach::Company(&company))?;
        let page = Page { status: None, nomor_aju: None, below: None, limit: MOST };
        let mut list = declaration_lists::list(tx, &Scope::Company(company.clone()), &page)?;
        list.retain(|declaration| sees(&actor, declaration));
        Ok::<_, Error>((rows(tx, &list)?, list))
    })?;
    view.waiting = waits(app, &list)?;
    Ok(view)
}

/// Named documents, as far as the actor may see them.
pub fn status_of_ajus(app: &App, actor: &Actor, ajus: &[String]) -> Result<StatusView, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (ajus, actor) = (ajus.to_vec(), actor.clone());
    let (mut view, list) = app.db().read(move |tx| {
        let mut list = Vec::new();
        for aju in &ajus {
            let found = find(tx, &actor, aju)?;
            list.extend(found.filter(|d| list.iter().all(|known: &Declaration| known.id != d.id)));
        }
        Ok::<_, Error>((rows(tx, &list)?, list))
    })?;
    view.waiting = waits(app, &list)?;
    Ok(view)
}

fn waits(app: &App, list: &[Declaration]) -> Result<Vec<WaitingView>, Error> {
    let views = list.iter().map(|declaration| waiting_of(app, declaration));
    Ok(views.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect())
}

/// A document by its aju, if the actor may see it: missing and foreign look the same.
pub(crate) fn find(tx: &mut dyn Tx, actor: &Actor, aju: &str) -> Result<Option<Declaration>, Error> {
    let Ok(aju) = aju.parse::<kernel::NomorAju>() else { return Ok(None) };
    tx.narrow(reach(actor))?;
    let declaration = declarations::by_nomor_aju(tx, aju.as_ref())?;
    Ok(declaration.filter(|d| d.status != DELETED && sees(actor, d)))
}

/// How far a transaction for the actor reaches; somebody without company and office sees no document.
fn reach(actor: &Actor) -> Reach<'_> {
    match (&actor.company_id, &actor.office) {
        (Some(id), _) => Reach::Company(id),
        (None, Some(code)) => Reach::Office(code),
        (None, None) => Reach::Nothing,
    }
}

/// Whether the document is the actor's own, his office's, or one that he filed for a client whose power of attorney he
/// still holds.
pub(crate) fn sees(actor: &Actor, declaration: &Declaration) -> bool {
    let company = actor.company_id.as_deref();
    let brokered = |id: &str| {
        declaration.ppjk_id.as_deref() == Some(id) && actor.clients.contains(declaration.company_id.as_str())
    };
    let own = company.is_some_and(|id| declaration.company_id == id || brokered(id));
    own || actor.office.as_deref().is_some_and(|office| declaration.kode_kantor == office)
}

fn rows(tx: &mut dyn Tx, list: &[Declaration]) -> Result<StatusView, Error> {
    let mut view = StatusView::default();
    for declaration in list {
        for event in events::steps(tx, &declaration.id)? {
            view.steps.push(StatusRow {
                nomor_aju: declaration.nomor_aju.clone(),
                kode_proses: event.kode_proses.unwrap_or_default(),
                keterangan: event.keterangan.unwrap_or_default(),
                nomor_daftar: declaration.nomor_daftar.clone(),
                tanggal_daftar: declaration.tanggal_daftar,
                at: event.at,
                kode_dokumen: declaration.kode_dokumen.clone(),
            });
        }
        letters(tx, declaration, &mut view.letters)?;
    }
    view.steps.reverse();
    view.steps.sort_by_key(|row| Reverse(row.at));
    view.letters.reverse();
    view.letters.sort_by_key(|row| Reverse(row.at));
    Ok(view)
}

fn letters(tx: &mut dyn Tx, declaration: &Declaration, out: &mut Vec<ResponRow>) -> Result<(), Error> {
    for row in respon::of_declaration(tx, &declaration.id)? {
        let pesan: Vec<(String, String)> = serde_json::from_str(&row.pesan).unwrap_or_default();
        let billing = match row.kode_respon.as_str() {
            "2020" | "2028" => bill(tx, &declaration.id)?,
            _ => None,
        };
        out.push(ResponRow {
            nomor_aju: declaration.nomor_aju.clone(),
            kode_dokumen: declaration.kode_dokumen.clone(),
            nomor_daftar: declaration.nomor_daftar.clone(),
            tanggal_daftar: declaration.tanggal_daftar,
            keterangan: letter::title(&row.kode_respon).0.to_owned(),
            pdf: path_of(&row),
            kode_respon: row.kode_respon,
            nomor_respon: row.nomor_respon,
            at: row.at,
            pesan,
            billing,
        });
    }
    Ok(())
}

/// Codes and amounts of the document's bills.
fn bill(tx: &mut dyn Tx, id: &str) -> Result<Option<serde_json::Value>, Error> {
    let bills = billing::of_declaration(tx, id)?;
    let rows = bills.into_iter().filter_map(|bill| {
        Some(serde_json::json!({
            "kodeBilling": bill.kode_billing?,
            "nilai": bill.amount.to_string(),
            "status": bill.status.as_str(),
            "berlakuSampai": bill.expires.to_string(),
            "ntpn": bill.ntpn,
        }))
    });
    Ok(Some(rows.collect()))
}

/// The path under which a letter is fetched: `respon/2026/7/1/<id>.pdf` (h2h-api 1.5).
pub(crate) fn path_of(row: &respon::Respon) -> String {
    let day = crate::reference::office_day(row.at, "WIB");
    format!("respon/{}/{}/{}/{}.pdf", day.year(), day.month(), day.day(), row.id)
}

fn waiting_of(app: &App, declaration: &Declaration) -> Result<Option<WaitingView>, Error> {
    let state: State = serde_json::from_str(&declaration.state).map_err(|e| Error::Broken(e.to_string()))?;
    let env = Env::of(app, declaration.kode_kantor.parse().ok(), None)?;
    Ok(waiting(&state, &env.context()).map(|w| WaitingView {
        nomor_aju: declaration.nomor_aju.clone(),
        reason: w.reason,
        owner: w.owner.label().id.into_owned(),
        since: Some(w.since),
        deadline: Some(w.deadline),
        consequence: w.consequence,
    }))
}

/// Where a document stands, for those who run the installation.
pub fn stage_of(app: &App, nomor_aju: &str) -> Result<declaration::workflow::Stage, Error> {
    Ok(state_of(app, nomor_aju)?.tahap)
}

/// Account of the appointed inspector.
pub fn inspector_of(app: &App, nomor_aju: &str) -> Result<Option<String>, Error> {
    Ok(state_of(app, nomor_aju)?.pemeriksaan.pemeriksa)
}

fn state_of(app: &App, nomor_aju: &str) -> Result<State, Error> {
    let aju = nomor_aju.to_owned();
    let row = app.db().read(move |tx| declarations::by_nomor_aju(tx, &aju))?.ok_or(Error::NotFound)?;
    serde_json::from_str(&row.state).map_err(|e| Error::Broken(e.to_string()))
}
