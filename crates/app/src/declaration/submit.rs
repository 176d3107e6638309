//! Record a draft, send a document, send it again on the same aju: one way in for every door.

use std::sync::Arc;

use declaration::rules;
use declaration::workflow::{Action, Berkas, Kelas, Stage, State};
use declaration::{Pib, Section};
use kernel::finding::rejects;
use kernel::{Findings, KodeKantor, NomorAju, Npwp, Severity, Text};
use sha2::{Digest, Sha256};
use store::companies::{self, CompanyClass};
use store::declarations::{self, Declaration};
use store::idempotency::{self, Answer, Begin};
use store::{Tx, frozen, parts};

use super::check::{day_of, examine, is_correctable, read};
use super::facts::npwp_of;
use crate::access::{Actor, UseCase};
use crate::company::kuasa;
use crate::draft::split;
use crate::h2h::{judge_contract, weigh_schema};
use crate::process::{Env, Extras, advance, advance_all, trader};
use crate::{App, Error};

/// `isRevision` on a BC 2.0 that is neither rejected nor recalled.
const NO_REVISION: Text = Text::fixed(
    "Dokumen ini sedang diproses; BC 2.0 hanya dapat dikirim ulang setelah ditolak, dikembalikan, atau ditarik untuk dikoreksi.",
    "This document is being processed; a BC 2.0 can be sent again only once it was rejected, returned, or recalled for correction.",
);

/// How a document is handed over.
#[derive(Debug, Clone, Default)]
pub struct Submission {
    /// Send it; otherwise it is kept as a draft.
    pub is_final: bool,
    /// Amendment; BC 2.0 knows it only as a resend on the same aju.
    pub is_revision: bool,
    /// The client's idempotency key.
    pub key: Option<String>,
    /// It came over the host-to-host API, whose choices about form hold.
    pub host: bool,
}

/// What the sender gets back.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// Id of the document here.
    pub id_header: String,
    /// Its aju.
    pub nomor_aju: NomorAju,
    /// What there is to say about it, short of refusing it.
    pub findings: Findings,
}

/// Everything that was computed before the transaction.
struct Prepared {
    doc: Pib,
    aju: NomorAju,
    body: Vec<u8>,
    sha256: String,
    office: Option<KodeKantor>,
    company_id: String,
    findings: Findings,
    submission: Submission,
    /// Empty without a key.
    request_hash: String,
}

/// Stores or sends one document. The same document on the same aju gives the same answer again; nothing is stored when
/// it is refused.
pub fn submit(app: &App, actor: &Actor, body: &[u8], submission: &Submission) -> Result<Receipt, Error> {
    actor.may(if submission.is_final { UseCase::SubmitDeclaration } else { UseCase::RecordDeclaration })?;
    let doc = read(body)?;
    let aju = *doc.nomor_aju.good().ok_or_else(|| Error::Findings(structure(app, &doc).unwrap_or_default()))?;
    let mut findings = if submission.is_final { structure(app, &doc)? } else { Findings::new() };
    if submission.is_final && submission.host {
        contract(app, body, &doc, &mut findings)?;
    }
    if rejects(&findings) {
        return Err(Error::Findings(findings));
    }
    let canonical = doc.to_json();
    let office = doc.kode_kantor.value();
    let prepared = Arc::new(Prepared {
        aju,
        sha256: hex::encode(Sha256::digest(&canonical)),
        body: canonical,
        office,
        company_id: actor.company()?.to_owned(),
        findings,
        submission: submission.clone(),
        request_hash: submission.key.as_ref().map(|_| request_hash(body, submission)).unwrap_or_default(),
        doc,
    });
    let env = Env::of(app, prepared.office, None)?;
    // Ours is the last hold on it, so that taking a large document apart does not keep the writer busy.
    let (at_app, at_actor, handed) = (app.clone(), actor.clone(), Arc::clone(&prepared));
    let receipt = app.db().write(move |tx| store_one(tx, &at_app, &at_actor, &env, &handed))?;
    app.bell().ring();
    Ok(receipt)
}

/// What makes two requests the same: the bytes, and how they are handed over.
fn request_hash(body: &[u8], submission: &Submission) -> String {
    let flags = [u8::from(submission.is_final), u8::from(submission.is_revision)];
    hex::encode(Sha256::new().chain_update(flags).chain_update(body).finalize())
}

/// The findings that refuse a document at the door: shape, mandatory members, code lists. All other rules speak in the
/// validation, where they end in a letter.
fn structure(app: &App, doc: &Pib) -> Result<Findings, Error> {
    let day = day_of(app, doc)?;
    let (mut findings, _) = examine(doc, &day, &rules::Facts::default());
    findings.retain(|f| f.severity != Severity::Reject || is_structural(&f.code));
    Ok(findings)
}

/// Adds what the installation says about the form of documents that software sends.
pub(super) fn contract(app: &App, body: &[u8], doc: &Pib, findings: &mut Findings) -> Result<(), Error> {
    let h2h = &app.settings().h2h;
    weigh_schema(h2h.schema, findings, day_of(app, doc)?.today);
    findings.extend(judge_contract(h2h, body, doc));
    Ok(())
}

fn is_structural(code: &str) -> bool {
    ["PIB-B.", "PIB-W.", "PIB-D."].iter().any(|family| code.starts_with(family))
}

/// One document on its way into the store.
struct Desk<'a> {
    app: &'a App,
    actor: &'a Actor,
    env: &'a Env,
    p: &'a Prepared,
}

fn store_one(tx: &mut dyn Tx, app: &App, actor: &Actor, env: &Env, p: &Prepared) -> Result<Receipt, Error> {
    if let Some(key) = &p.submission.key {
        match idempotency::begin(tx, &p.company_id, key, &p.request_hash, env.now)? {
            Begin::New => {}
            Begin::Replay(answer) => return Ok(receipt(&answer.body, p)),
            Begin::Mismatch => return Err(Error::KeyReused),
        }
    }
    let desk = Desk { app, actor, env, p };
    let declaration = match declarations::by_nomor_aju(tx, p.aju.as_ref())? {
        None => desk.record(tx)?,
        Some(known) => desk.again(tx, &known)?,
    };
    if let Some(key) = &p.submission.key {
        let answer = Answer { status: 200, body: declaration.id.clone() };
        idempotency::finish(tx, &p.company_id, key, &answer)?;
    }
    Ok(receipt(&declaration.id, p))
}

fn receipt(id: &str, p: &Prepared) -> Receipt {
    Receipt { id_header: id.to_owned(), nomor_aju: p.aju, findings: p.findings.clone() }
}

impl Desk<'_> {
    /// A document whose aju is new; one that is sent at once never was a draft.
    fn record(&self, tx: &mut dyn Tx) -> Result<Declaration, Error> {
        let importer = match npwp_of(&self.p.doc, "1") {
            Some(npwp) => companies::by_npwp(tx, &npwp)?,
            None => None,
        };
        let is_broker = importer.as_ref().is_some_and(|c| c.id != self.p.company_id)
            && npwp_of(&self.p.doc, "4").as_deref() == self.actor.npwp.as_deref();
        let owner = if is_broker {
            importer.map_or_else(|| self.p.company_id.clone(), |c| c.id)
        } else {
            self.p.company_id.clone()
        };
        if is_broker {
            self.authorised(tx, &owner)?;
        }
        let mut declaration = Declaration {
            id: self.app.id(),
            company_id: owner,
            ppjk_id: is_broker.then(|| self.p.company_id.clone()),
            nomor_aju: self.p.aju.to_string(),
            kode_dokumen: "20".into(),
            kode_kantor: self.p.office.map(|k| k.to_string()).unwrap_or_default(),
            seri_daftar: None,
            nomor_daftar: None,
            tanggal_daftar: None,
            jalur: None,
            status: "new".into(),
            kode_proses: "001".into(),
            waktu_status: self.env.now,
            nama_importir: importer_name(&self.p.doc),
            state: serde_json::to_string(&State::default()).map_err(|e| Error::Broken(e.to_string()))?,
            version: 1,
            reference_version: self.env.reference_version(),
            waiting_until: None,
            created: self.env.now,
            updated: self.env.now,
        };
        if !declarations::insert(tx, &declaration)? {
            let known = declarations::by_nomor_aju(tx, self.p.aju.as_ref())?.ok_or(Error::Duplicate)?;
            return self.again(tx, &known);
        }
        let who = trader(self.actor, &declaration);
        let kantor = self.p.office.unwrap_or_else(no_office);
        let mut commands = vec![who.does(Action::Record { kantor })];
        if self.p.submission.is_final {
            let berkas = self.freeze(tx, &mut declaration, "kirim")?;
            commands.push(who.does(Action::Submit { berkas }));
        } else {
            keep_draft(tx, &declaration.id, self.p)?;
        }
        advance_all(tx, self.app, self.env, &mut declaration, commands, &Extras::default())?;
        Ok(declaration)
    }

    /// A document whose aju is known here: the same content again, a draft that goes on, or a resend after a refusal.
    fn again(&self, tx: &mut dyn Tx, known: &Declaration) -> Result<Declaration, Error> {
        let mine = known.company_id == self.p.company_id || known.ppjk_id.as_deref() == Some(&self.p.company_id);
        let Some(mut declaration) = declarations::for_update(tx, &known.id)?.filter(|_| mine) else {
            return Err(Error::Duplicate);
        };
        if declaration.company_id != self.p.company_id {
            self.authorised(tx, &declaration.company_id)?;
        }
        let state: State = serde_json::from_str(&declaration.state).map_err(|e| Error::Broken(e.to_string()))?;
        let sent = frozen::latest(tx, &declaration.id)?;
        let correctable = is_correctable(state.tahap);
        if state.tahap != Stage::Recording && sent.is_some_and(|f| f.sha256 == self.p.sha256) && !correctable {
            return Ok(declaration);
        }
        match (state.tahap, self.p.submission.is_final) {
            (Stage::Recording, true) => self.send(tx, &mut declaration)?,
            (Stage::Recording | Stage::Correcting, false) => keep_draft(tx, &declaration.id, self.p)?,
            (_, false) if correctable => {
                let who = trader(self.actor, &declaration);
                advance(
                    tx,
                    self.app,
                    self.env,
                    &mut declaration,
                    who.does(Action::BeginCorrection),
                    &Extras::default(),
                )?;
                keep_draft(tx, &declaration.id, self.p)?;
            }
            (_, true) if correctable => self.resend(tx, &mut declaration, state.tahap)?,
            _ if self.p.submission.is_revision => return Err(Error::Refused(NO_REVISION)),
            _ => return Err(Error::Duplicate),
        }
        Ok(declaration)
    }

    /// A broker needs a power of attorney of his client that is in force now.
    fn authorised(&self, tx: &mut dyn Tx, client_id: &str) -> Result<(), Error> {
        if kuasa::live(tx, &self.p.company_id, client_id, "20", self.env.day.today)? {
            return Ok(());
        }
        Err(Error::Refused(Text::fixed(
            "Tidak ada surat kuasa importir untuk BC 2.0 yang berlaku hari ini; mintalah importir memberikannya di portal.",
            "No power of attorney of the importer for BC 2.0 is in force today; ask the importer to give one in the portal.",
        )))
    }

    fn send(&self, tx: &mut dyn Tx, declaration: &mut Declaration) -> Result<(), Error> {
        parts::clear(tx, &declaration.id)?;
        let berkas = self.freeze(tx, declaration, "kirim")?;
        let who = trader(self.actor, declaration);
        advance(tx, self.app, self.env, declaration, who.does(Action::Submit { berkas }), &Extras::default())
    }

    /// Correction and resend are one turn: its events are numbered together, after every other counter.
    fn resend(&self, tx: &mut dyn Tx, declaration: &mut Declaration, stage: Stage) -> Result<(), Error> {
        parts::clear(tx, &declaration.id)?;
        let berkas = self.freeze(tx, declaration, "kirim ulang")?;
        let who = trader(self.actor, declaration);
        let begin = (stage != Stage::Correcting).then(|| who.does(Action::BeginCorrection));
        let commands = begin.into_iter().chain([who.does(Action::Resubmit { berkas })]).collect();
        advance_all(tx, self.app, self.env, declaration, commands, &Extras::default())
    }

    /// Freezes what is sent.
    fn freeze(&self, tx: &mut dyn Tx, declaration: &mut Declaration, reason: &str) -> Result<Berkas, Error> {
        frozen::freeze(tx, &declaration.id, &self.p.body, reason, self.env.now)?;
        declaration.nama_importir = importer_name(&self.p.doc);
        declaration.kode_kantor = self.p.office.map(|k| k.to_string()).unwrap_or_default();
        declaration.reference_version = self.env.reference_version();
        let npwp: Npwp = npwp_of(&self.p.doc, "1").and_then(|n| n.parse().ok()).ok_or_else(|| {
            Error::Refused(Text::fixed("NPWP importir tidak terbaca.", "The importer's NPWP cannot be read."))
        })?;
        let class = companies::by_npwp(tx, npwp.as_ref())?.map_or(CompanyClass::Reguler, |c| c.class);
        let kelas = match class {
            CompanyClass::Aeo => Kelas::Aeo,
            CompanyClass::Mita => Kelas::Mita,
            CompanyClass::Reguler => Kelas::Umum,
        };
        Ok(Berkas { kantor: self.p.office.unwrap_or_else(no_office), npwp, kelas })
    }
}

/// A draft is kept section by section and line by line, so that saving one tab later touches one small row.
fn keep_draft(tx: &mut dyn Tx, id: &str, p: &Prepared) -> Result<(), Error> {
    parts::clear(tx, id)?;
    Ok(parts::put_all(tx, id, &split(&p.doc))?)
}

/// The importer's name, for lists.
pub(crate) fn importer_name(doc: &Pib) -> String {
    let importer = doc.entitas.iter().find(|e| e.kode_entitas.good().is_some_and(|k| k.as_str() == "1"));
    importer.and_then(|e| e.nama_entitas.good()).map(ToString::to_string).unwrap_or_default()
}

/// A draft may lack its office; the workflow then stands at none that exists.
fn no_office() -> KodeKantor {
    "000000".parse().unwrap_or_else(|_| unreachable!("six digits are an office code"))
}
