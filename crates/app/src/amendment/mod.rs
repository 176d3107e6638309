//! Perbaikan: what was registered is to be changed. Changes are collected, shown old and new with what they do to the
//! levies, and sent; the document officer decides, and the amended document becomes the next frozen revision.

mod changes;

use std::sync::Arc;

use declaration::levy::{Assessment, Facility, Levy};
use declaration::rules::Facts;
use declaration::workflow::{Action, Akibat, Perubahan, Stage, State};
use declaration::{Pib, Section};
use jiff::Timestamp;
use kernel::{Findings, Rupiah, Severity, Text};
use store::amendments::{self, Amendment, AmendmentState};
use store::declarations::{self, Declaration};
use store::{Tx, frozen};

use crate::access::{Actor, UseCase};
use crate::declaration::{examine, find, gather};
use crate::dokumen::{Whole, whole};
use crate::ports::BillingLine;
use crate::process::{Env, Extras, advance, trader};
use crate::{App, Error};

pub use changes::locked;

/// Most changes of one request.
pub const MOST_CHANGES: usize = 200;
/// Longest text of one datum in a request, characters.
const LONGEST: usize = 1_000;

/// What one levy changes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevyChange {
    /// Code.
    pub kode: String,
    /// Name.
    pub name: Text,
    /// As registered.
    pub before: Rupiah,
    /// With the changes.
    pub after: Rupiah,
}

/// A request as its recorder sees it.
#[derive(Debug, Clone)]
pub struct Amending {
    /// 26 characters.
    pub nomor_aju: String,
    /// Where the document stands.
    pub stage: Stage,
    /// The document as registered.
    pub base: Pib,
    /// The document with the changes.
    pub doc: Pib,
    /// What was typed.
    pub typed: Vec<Perubahan>,
    /// Everything that changes: what was typed, then what follows from it.
    pub all: Vec<Perubahan>,
    /// Levies that change.
    pub levies: Vec<LevyChange>,
    /// What it does to the levies.
    pub akibat: Akibat,
    /// What the rules reject that they did not reject before.
    pub findings: Findings,
    /// A request that is with the officer or waits for its payment, since when.
    pub pending: Option<(declaration::workflow::Perbaikan, Timestamp)>,
    /// Whether the workflow would take a request now; the reason when it would not.
    pub refused: Option<Text>,
}

/// Everything that a request is made of.
struct Ground {
    row: Declaration,
    state: State,
    revision: u32,
    draft: Option<Amendment>,
    whole: Whole,
}

fn ground(app: &App, actor: &Actor, nomor_aju: &str) -> Result<Ground, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    actor.company()?;
    let (who, aju) = (actor.clone(), nomor_aju.to_owned());
    let (row, latest, revision) = app.db().read(move |tx| {
        let row = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let latest = amendments::latest(tx, &row.id)?;
        let revision = frozen::latest(tx, &row.id)?.map_or(0, |f| f.revision);
        Ok::<_, Error>((row, latest, revision))
    })?;
    let state: State = serde_json::from_str(&row.state).map_err(|e| Error::Broken(e.to_string()))?;
    if state.pendaftaran.is_none() {
        return Err(Error::Refused(Text::fixed(
            "Dokumen ini belum bernomor pendaftaran; ubah dan kirim ulang lewat perekaman, atau tunggu nomornya.",
            "This document has no registration number yet; change and resend it, or wait for its number.",
        )));
    }
    let whole = whole(app, actor, nomor_aju)?;
    let draft = latest.filter(|a| a.state == AmendmentState::Draf);
    Ok(Ground { row, state, revision, draft, whole })
}

fn typed_of(draft: Option<&Amendment>) -> Result<Vec<Perubahan>, Error> {
    let Some(draft) = draft else { return Ok(Vec::new()) };
    serde_json::from_str(&draft.changes).map_err(|e| Error::Broken(e.to_string()))
}

/// Opens the request of a document; nothing is stored by looking.
pub fn open(app: &App, actor: &Actor, nomor_aju: &str) -> Result<Amending, Error> {
    let ground = ground(app, actor, nomor_aju)?;
    let typed = typed_of(ground.draft.as_ref())?;
    amending(app, actor, &ground, typed)
}

fn amending(app: &App, actor: &Actor, ground: &Ground, typed: Vec<Perubahan>) -> Result<Amending, Error> {
    let Whole { doc: base, assessment, day, .. } = &ground.whole;
    let doc = changes::apply(base, &typed, day);
    let all = changes::all(base, &doc, &typed);
    let after = declaration::figures::assess(&doc, &day.snapshot, &day.params, day.today);
    let levies = levies(assessment, &after);
    let akibat = akibat(&levies)?;
    let findings = if typed.is_empty() { Findings::new() } else { worse(app, actor, base, &doc, day)? };
    let env = Env::of(app, ground.row.kode_kantor.parse().ok(), None)?;
    let probe = Perubahan { pointer: "bruto".into(), semula: "1".into(), menjadi: "2".into() };
    let ask = Action::RequestAmendment { alasan: "x".into(), perubahan: vec![probe], akibat: Akibat::default() };
    let command = trader(actor, &ground.row).does(ask);
    let refused = declaration::workflow::decide(&ground.state, command, &env.context()).err().map(|no| no.text());
    Ok(Amending {
        nomor_aju: ground.row.nomor_aju.clone(),
        stage: ground.state.tahap,
        base: base.clone(),
        doc,
        typed,
        all,
        levies,
        akibat,
        findings,
        pending: ground.state.perbaikan.clone().map(|asked| {
            let since = asked.sejak;
            (asked, since)
        }),
        refused,
    })
}

/// What is rejected with the changes and was not without them, by the law of the registration.
fn worse(app: &App, actor: &Actor, base: &Pib, doc: &Pib, day: &Arc<crate::reference::Day>) -> Result<Findings, Error> {
    let (look, sender, when) = (doc.clone(), actor.npwp.clone(), (day.today, app.settings().demo));
    let facts: Facts = app.db().read(move |tx| gather(tx, &look, sender.as_deref(), when))?;
    let rejects = |doc: &Pib| -> Findings {
        let (mut findings, _) = examine(doc, day, &facts);
        findings.retain(|f| f.severity == Severity::Reject);
        findings
    };
    let known = rejects(base);
    let mut fresh = rejects(doc);
    fresh.retain(|f| known.iter().all(|k| k.code != f.code || k.pointer != f.pointer));
    Ok(fresh)
}

fn levies(before: &Assessment, after: &Assessment) -> Vec<LevyChange> {
    let rows = Levy::all().map(|levy| LevyChange {
        kode: levy.code().to_owned(),
        name: levy.label().clone(),
        before: before.total(levy, Facility::Dibayar),
        after: after.total(levy, Facility::Dibayar),
    });
    rows.filter(|row| row.before != row.after).collect()
}

fn akibat(levies: &[LevyChange]) -> Result<Akibat, Error> {
    let mut sum = Akibat::default();
    for row in levies {
        let more = row.after.0.saturating_sub(row.before.0);
        let part = if more > 0 { &mut sum.kurang } else { &mut sum.lebih };
        *part = part.plus(Rupiah(more.saturating_abs())).ok_or_else(|| Error::Broken("pungutan".into()))?;
    }
    Ok(sum)
}

/// Puts changes into the draft of the request: pointer and text in the document's own form. A text that is that of the
/// registered document takes the change back.
pub fn change(app: &App, actor: &Actor, nomor_aju: &str, values: Vec<(String, String)>) -> Result<(), Error> {
    actor.may(UseCase::ActOnDeclaration)?;
    let ground = ground(app, actor, nomor_aju)?;
    let mut typed = typed_of(ground.draft.as_ref())?;
    let mut base = ground.whole.doc.clone();
    for (pointer, text) in values {
        if locked(&ground.whole.doc, &pointer) {
            continue;
        }
        let Some(field) = base.find_mut(&pointer) else { continue };
        let semula = field.text();
        let text: String = text.trim().chars().take(LONGEST).collect();
        field.set_text(&text);
        let menjadi = field.text();
        field.set_text(&semula);
        typed.retain(|known| known.pointer != pointer);
        if menjadi != semula {
            typed.push(Perubahan { pointer, semula, menjadi });
        }
    }
    if typed.len() > MOST_CHANGES {
        return Err(Error::Refused(Text::made(
            format!("Satu permohonan mengubah paling banyak {MOST_CHANGES} data."),
            format!("A request changes at most {MOST_CHANGES} data."),
        )));
    }
    store(app, &ground, &typed)
}

/// Stores what was typed; a request without any change is no request.
fn store(app: &App, ground: &Ground, typed: &[Perubahan]) -> Result<(), Error> {
    let changes = serde_json::to_string(typed).map_err(|e| Error::Broken(e.to_string()))?;
    let number = ground.state.permohonan.saturating_add(1);
    let (at, id, draft, none) = (app.clone(), ground.row.id.clone(), ground.draft.clone(), typed.is_empty());
    app.db().write(move |tx| match draft.clone() {
        Some(draft) if none => Ok(amendments::drop_draft(tx, &draft.id)?),
        Some(mut draft) => {
            draft.changes.clone_from(&changes);
            Ok(amendments::save(tx, &mut draft)?)
        }
        None if none => Ok(()),
        None => {
            let fresh = Amendment {
                id: at.id(),
                declaration_id: id.clone(),
                number,
                state: AmendmentState::Draf,
                reason: String::new(),
                changes: changes.clone(),
                body: None,
                lines: "[]".into(),
                version: 1,
                created: at.now(),
                sent: None,
                decided: None,
            };
            if amendments::insert(tx, &fresh)? { Ok(()) } else { Err(moved()) }
        }
    })
}

fn moved() -> Error {
    Error::Refused(Text::fixed(
        "Dokumen ini berubah sementara itu; muat ulang halaman dan ulangi.",
        "This document changed meanwhile; reload the page and repeat.",
    ))
}

/// Takes all changes back.
pub fn discard(app: &App, actor: &Actor, nomor_aju: &str) -> Result<(), Error> {
    actor.may(UseCase::ActOnDeclaration)?;
    let ground = ground(app, actor, nomor_aju)?;
    store(app, &ground, &[])
}

/// Sends the request.
pub fn send(app: &App, actor: &Actor, nomor_aju: &str, alasan: &str) -> Result<(), Error> {
    actor.may(UseCase::ActOnDeclaration)?;
    let ground = ground(app, actor, nomor_aju)?;
    let typed = typed_of(ground.draft.as_ref())?;
    let asked = amending(app, actor, &ground, typed)?;
    if !asked.findings.is_empty() {
        return Err(Error::Findings(asked.findings));
    }
    let Some(mut draft) = ground.draft.clone().filter(|_| !asked.typed.is_empty()) else {
        return Err(Error::Refused(Text::fixed("Belum ada data yang diubah.", "Nothing is changed yet.")));
    };
    let rows = asked.levies.iter().filter(|row| row.after > row.before);
    let day = &ground.whole.day;
    let account = |code: &str| {
        let row = day.snapshot.kode("akun", code, day.today);
        row.map(|k| k.nama_id().to_owned()).unwrap_or_default()
    };
    let lines: Vec<BillingLine> = rows
        .map(|row| BillingLine {
            akun: account(&row.kode),
            kode_jenis_pungutan: row.kode.clone(),
            nilai: Rupiah(row.after.0.saturating_sub(row.before.0)),
        })
        .collect();
    draft.lines = serde_json::to_string(&lines).map_err(|e| Error::Broken(e.to_string()))?;
    draft.body = Some(asked.doc.to_json());
    draft.state = AmendmentState::Diajukan;
    draft.sent = Some(app.now());
    alasan.trim().clone_into(&mut draft.reason);
    let action = Action::RequestAmendment {
        alasan: draft.reason.clone(),
        perubahan: changes::bounded(asked.all),
        akibat: asked.akibat,
    };
    let env = Env::of(app, ground.row.kode_kantor.parse().ok(), None)?;
    let (at, who, revision, id) = (app.clone(), actor.clone(), ground.revision, ground.row.id.clone());
    app.db().write(move |tx| {
        let mut row = declarations::for_update(tx, &id)?.ok_or(Error::NotFound)?;
        if frozen::latest(tx, &row.id)?.map_or(0, |f| f.revision) != revision {
            return Err(moved());
        }
        amendments::save(tx, &mut draft.clone())?;
        let command = trader(&who, &row).does(action.clone());
        advance(tx, &at, &env, &mut row, command, &Extras::default())
    })?;
    app.bell().ring();
    Ok(())
}

/// The account lines of the billing of the latest granted request.
pub(crate) fn billing_lines(app: &App, row: &Declaration) -> Result<Vec<BillingLine>, Error> {
    let id = row.id.clone();
    let latest = app.db().read(move |tx: &mut dyn Tx| amendments::latest(tx, &id))?;
    let latest = latest.filter(|a| a.state == AmendmentState::Disetujui);
    let lines = latest.map_or_else(|| "[]".to_owned(), |a| a.lines);
    serde_json::from_str(&lines).map_err(|e| Error::Broken(e.to_string()))
}
