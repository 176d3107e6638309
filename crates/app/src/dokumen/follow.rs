//! One document followed (portal 1.5, 1.6): what happened and what it means, whose turn it is, the letters, and what can
//! be done now.

use std::collections::BTreeMap;

use declaration::workflow::{
    Action, Akibat, Command, Event, Perubahan, Stage, State, Tanya, Untuk, decide, letters, meaning,
};
use jiff::{SignedDuration, Timestamp};
use kernel::{Date, Text};
use store::declarations::Declaration;
use store::respon::Respon;
use store::{Tx, accounts, companies, events, respon};

use super::{Offices, state_of, turn};
use crate::access::{Actor, UseCase};
use crate::declaration::{Pdf, find, letter_by_path};
use crate::letter as titles;
use crate::process::{Env, trader};
use crate::{App, Error};

/// Most events that are read.
const MOST: u32 = 6_000;

/// Whose turn it is.
#[derive(Debug, Clone)]
pub struct Turn {
    /// What is missing.
    pub reason: Text,
    /// Who has to act.
    pub owner: Text,
    /// It is the declarant.
    pub mine: bool,
    /// Since when.
    pub since: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// That is over.
    pub late: bool,
    /// How long the step usually takes.
    pub usually: SignedDuration,
    /// What happens then.
    pub consequence: Text,
    /// Other deadlines that run meanwhile.
    pub beside: Vec<Side>,
    /// A partner that does not answer: name, what happened, since when.
    pub partner: Option<(String, String, Timestamp)>,
}

/// A deadline beside the step.
#[derive(Debug, Clone)]
pub struct Side {
    /// Who has to act.
    pub owner: Text,
    /// Until when.
    pub until: Timestamp,
    /// What happens then.
    pub consequence: Text,
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Process code, if it is a step.
    pub kode_proses: Option<String>,
    /// What.
    pub title: Text,
    /// What it means.
    pub text: Text,
    /// Until when the declarant has to act on it.
    pub until: Option<Timestamp>,
    /// Function of whoever did it.
    pub role: Text,
    /// His name, when he belongs to the reader's company.
    pub name: Option<String>,
    /// Letters: code, short name, id.
    pub letters: Vec<(String, String, String)>,
}

/// One letter.
#[derive(Debug, Clone)]
pub struct LetterRow {
    /// For addresses.
    pub id: String,
    /// Code of the response.
    pub kode_respon: String,
    /// Title.
    pub title: String,
    /// Number.
    pub nomor: Option<String>,
    /// When.
    pub at: Timestamp,
    /// A newer one of the kind replaced it.
    pub replaced: bool,
}

/// What the reader can do now; each is what the workflow would accept and his rights allow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Can {
    /// Change and send the draft or the correction.
    pub edit: bool,
    /// Delete the draft.
    pub delete: bool,
    /// Hand in supporting documents.
    pub upload: bool,
    /// Declare the goods ready.
    pub ready: bool,
    /// Answer the open question.
    pub answer: Option<Tanya>,
    /// Show the licence that an SPBL missed.
    pub licence: bool,
    /// Object to the SPTNP.
    pub object: bool,
    /// Have the manifest matched again.
    pub rematch: bool,
    /// Look at the bills.
    pub bills: bool,
    /// Ask for a new billing code of this debt.
    pub rebill: Option<Untuk>,
    /// Withdraw the billing code of this debt.
    pub unbill: Option<Untuk>,
    /// Ask for cancellation.
    pub cancel: bool,
    /// Ask for an amendment.
    pub amend: bool,
}

/// One document.
#[derive(Debug, Clone)]
pub struct Following {
    /// 26 characters.
    pub nomor_aju: String,
    /// Document kind.
    pub kode_dokumen: String,
    /// Declaring company: name and NPWP.
    pub perusahaan: (String, String),
    /// Office: code and name.
    pub kantor: (String, String),
    /// Importer as declared.
    pub nama_importir: String,
    /// Registration.
    pub pendaftaran: Option<(String, Date)>,
    /// Channel.
    pub jalur: Option<String>,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub since: Timestamp,
    /// Whose turn it is.
    pub turn: Option<Turn>,
    /// Newest first.
    pub entries: Vec<Entry>,
    /// Newest first.
    pub letters: Vec<LetterRow>,
    /// What can be done now.
    pub can: Can,
    /// The workflow's state.
    pub state: State,
    /// Now.
    pub now: Timestamp,
}

/// Reads everything about one document.
pub fn follow(app: &App, actor: &Actor, nomor_aju: &str) -> Result<Following, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (who, aju) = (actor.clone(), nomor_aju.to_owned());
    let read = app.db().read(move |tx| {
        let row = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let company = companies::by_id(tx, &row.company_id)?.ok_or(Error::NotFound)?;
        let log = events::load(tx, &row.id, 0, MOST)?;
        let letters = respon::of_declaration(tx, &row.id)?;
        let names = names(tx, &who, &log)?;
        Ok::<_, Error>((row, (company.name, company.npwp), log, letters, names))
    })?;
    let (row, perusahaan, log, letters, names) = read;
    let mut offices = Offices::new(app);
    let env = offices.env(&row.kode_kantor)?;
    let state = state_of(&row)?;
    let mut entries = Vec::new();
    for stored in &log {
        let event: Event = serde_json::from_str(&stored.body).map_err(|e| Error::Broken(e.to_string()))?;
        entries.extend(entry(&event, stored, &letters, &names));
    }
    entries.reverse();
    let office = env.day.snapshot.kantor(&row.kode_kantor).map(|k| k.nama().to_owned()).unwrap_or_default();
    Ok(Following {
        nomor_aju: row.nomor_aju.clone(),
        kode_dokumen: row.kode_dokumen.clone(),
        perusahaan,
        kantor: (row.kode_kantor.clone(), office),
        nama_importir: row.nama_importir.clone(),
        pendaftaran: row.nomor_daftar.clone().zip(row.tanggal_daftar),
        jalur: row.jalur.clone(),
        stage: state.tahap,
        since: state.sejak,
        turn: turn(&state, env),
        entries,
        letters: letters.iter().rev().map(shown).collect(),
        can: can(actor, &row, &state, env),
        state,
        now: env.now,
    })
}

/// Names of the reader's own colleagues among those who acted.
fn names(tx: &mut dyn Tx, actor: &Actor, log: &[events::Event]) -> Result<BTreeMap<String, String>, Error> {
    let mut names = BTreeMap::new();
    for id in log.iter().map(|event| &event.actor) {
        if names.contains_key(id) || id.len() < 30 {
            continue;
        }
        let account = accounts::by_id(tx, id)?.filter(|a| a.company_id.is_some() && a.company_id == actor.company_id);
        names.insert(id.clone(), account.map(|a| a.display_name).unwrap_or_default());
    }
    Ok(names)
}

fn entry(event: &Event, stored: &events::Event, all: &[Respon], names: &BTreeMap<String, String>) -> Option<Entry> {
    let said = meaning(event)?;
    let pays = matches!(stored.jenis.as_str(), "payment_verified" | "sptnp_paid" | "amendment_paid");
    let issues = |code: &str| letters(event).contains(&code) || (pays && code == titles::BPN);
    let own = all.iter().filter(|letter| letter.at == event.waktu && issues(&letter.kode_respon));
    let name = names.get(&stored.actor).filter(|name| !name.is_empty());
    Some(Entry {
        at: event.waktu,
        kode_proses: stored.kode_proses.clone(),
        title: said.title,
        text: said.text,
        until: said.until,
        role: event.oleh.peran.label(),
        name: name.cloned(),
        letters: own
            .map(|l| (l.kode_respon.clone(), titles::title(&l.kode_respon).0.to_owned(), l.id.clone()))
            .collect(),
    })
}

fn shown(letter: &Respon) -> LetterRow {
    LetterRow {
        id: letter.id.clone(),
        kode_respon: letter.kode_respon.clone(),
        title: titles::title(&letter.kode_respon).1.to_owned(),
        nomor: letter.nomor_respon.clone(),
        at: letter.at,
        replaced: letter.superseded_by.is_some(),
    }
}

/// Asks the workflow, without doing anything.
fn can(actor: &Actor, row: &Declaration, state: &State, env: &Env) -> Can {
    let who = trader(actor, row);
    let text = || "x".to_owned();
    let accepts = |action: Action| {
        let Command { oleh, tindakan } = who.does(action);
        decide(state, Command::new(oleh, tindakan), &env.context()).is_ok_and(|events| !events.is_empty())
    };
    let trader = actor.company_id.is_some();
    let acts = trader && actor.may(UseCase::ActOnDeclaration).is_ok();
    let pays = trader && actor.may(UseCase::ManageBilling).is_ok();
    let records = trader && actor.may(UseCase::RecordDeclaration).is_ok();
    let debts = [Untuk::Pib, Untuk::Sptnp, Untuk::Perbaikan];
    let change = Perubahan { pointer: "bruto".into(), semula: text(), menjadi: text() };
    let amendment = Action::RequestAmendment { alasan: text(), perubahan: vec![change], akibat: Akibat::default() };
    let open = [Tanya::Npd, Tanya::Inp, Tanya::Npbl];
    Can {
        edit: records
            && matches!(state.tahap, Stage::Recording | Stage::Correcting | Stage::Rejected | Stage::ReturnedByInsw),
        delete: trader && state.tahap == Stage::Recording && actor.may(UseCase::DeleteDraft).is_ok(),
        upload: acts && accepts(Action::DocumentsUploaded { jumlah: 1 }),
        ready: acts && accepts(Action::GoodsReady),
        answer: open.into_iter().find(|tanya| acts && accepts(Action::Answer { tanya: *tanya, uraian: text() })),
        licence: acts && accepts(Action::ShowLicence { uraian: text() }),
        object: acts && accepts(Action::ObjectionWithGuarantee { nomor: text(), bpj: text() }),
        rematch: acts && state.tahap == Stage::AwaitManifest && accepts(Action::RetryMatch),
        bills: !state.billing.is_empty(),
        rebill: debts.into_iter().find(|untuk| pays && accepts(Action::RequestBilling { untuk: *untuk })),
        unbill: debts
            .into_iter()
            .find(|untuk| pays && accepts(Action::CancelBilling { untuk: *untuk, alasan: text() })),
        cancel: acts && accepts(Action::RequestCancellation { alasan: text() }),
        amend: acts && accepts(amendment),
    }
}

/// One letter of a document as PDF.
pub fn letter(app: &App, actor: &Actor, nomor_aju: &str, id: &str) -> Result<Pdf, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let fits = !id.is_empty() && id.len() <= 40 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !fits {
        return Err(Error::NotFound);
    }
    let (who, aju, wanted) = (actor.clone(), nomor_aju.to_owned(), id.to_owned());
    app.db().read(move |tx| {
        let row = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let letter = respon::by_id(tx, &wanted)?.filter(|letter| letter.declaration_id == row.id);
        letter.map(drop).ok_or(Error::NotFound)
    })?;
    letter_by_path(app, actor, &format!("{id}.pdf"))
}
