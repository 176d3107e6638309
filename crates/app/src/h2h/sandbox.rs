//! A sandbox: testers choose what becomes of a document, and move the clock. Nothing here works elsewhere.

use std::collections::BTreeMap;

use declaration::workflow::Jalur;
use jiff::{SignedDuration, Timestamp};
use kernel::{Finding, NomorAju, Pointer, Severity, Text};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::declarations::Declaration;
use store::{Fault, Tx, declarations, sandbox};

use crate::access::{Actor, UseCase};
use crate::ports::PartnerFault;
use crate::{App, Error};

/// Most documents with a choice of one company.
const MOST: i64 = 1_000;
/// Longest step of the clock, seconds: a year.
const LONGEST_STEP: i64 = 366 * 86_400;
/// Longest delay of a step, seconds.
const LONGEST_DELAY: i64 = 7 * 86_400;
/// Steps that can be delayed, by the words of their jobs.
const STEPS: [&str; 7] = ["insw", "validasi", "billing", "bayar", "manifes", "posisi", "jalur"];
/// Members that the partners' simulator takes as they are.
const PARTNERS: [&str; 5] = ["lartas", "alasan", "billing", "bayar", "bayarOtomatis"];

/// What a tester chose for one document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Outcome {
    /// Channel, instead of the draw.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jalur: Option<Lane>,
    /// Rules that the validation finds broken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tolak: Vec<String>,
    /// Seconds that a step takes at least, by its name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub tunda: BTreeMap<String, i64>,
    /// INSW: `SESUAI`, `DIKEMBALIKAN`, `PERLU_PENELITIAN`, `TOLAK`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lartas: Option<String>,
    /// The reason that INSW gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alasan: Option<String>,
    /// MPN: `NORMAL`, `TOLAK`, `KEDALUWARSA`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub billing: Option<String>,
    /// The bank: `NORMAL`, `GAGAL`, `GANDA`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bayar: Option<String>,
    /// Seconds after which it is paid by itself, or `TIDAK_PERNAH`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bayar_otomatis: Option<Value>,
}

/// A channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Lane {
    /// Green.
    Hijau,
    /// Yellow.
    Kuning,
    /// Red.
    Merah,
}

fn open(app: &App, actor: &Actor) -> Result<String, Error> {
    if !app.settings().h2h.sandbox {
        return Err(Error::NotFound);
    }
    actor.may(UseCase::SubmitDeclaration)?;
    Ok(actor.company()?.to_owned())
}

fn wrong(id: String, en: String) -> Error {
    Error::Refused(Text::made(id, en))
}

fn read(body: &[u8]) -> Result<Outcome, Error> {
    let unreadable = |why: &str| {
        wrong(
            format!("Pilihan tidak terbaca: {why}. Lihat docs/sandbox.md."),
            format!("The choice is unreadable: {why}. See docs/sandbox.md."),
        )
    };
    let value: Value = serde_json::from_slice(body).map_err(|e| unreadable(&e.to_string()))?;
    if !value.is_object() {
        return Err(unreadable("kirim satu objek JSON"));
    }
    let outcome: Outcome = serde_json::from_value(value).map_err(|e| unreadable(&e.to_string()))?;
    if let Some(code) = outcome.tolak.iter().find(|code| rule(code).is_none()) {
        return Err(wrong(format!("Aturan {code} tidak dikenal."), format!("There is no rule {code}.")));
    }
    for (step, seconds) in &outcome.tunda {
        if !STEPS.contains(&step.as_str()) || !(0..=LONGEST_DELAY).contains(seconds) {
            let steps = STEPS.join(", ");
            return Err(wrong(
                format!("tunda: nama langkah salah satu dari {steps}, detik 0 sampai {LONGEST_DELAY}."),
                format!("tunda: a step out of {steps}, seconds from 0 to {LONGEST_DELAY}."),
            ));
        }
    }
    Ok(outcome)
}

/// Chooses what becomes of a document, before it is sent or while it is under way.
pub fn choose(app: &App, actor: &Actor, aju: &str, body: &[u8]) -> Result<Outcome, Error> {
    let company = open(app, actor)?;
    let outcome = read(body)?;
    let aju: NomorAju = aju.parse().map_err(|_| Error::NotFound)?;
    let (who, number, kept, now) = (actor.clone(), aju.to_string(), outcome.clone(), app.now());
    let stored = serde_json::to_string(&kept).map_err(|e| Error::Broken(e.to_string()))?;
    let owner = company.clone();
    app.db().read(move |tx| {
        if let Some(known) = declarations::by_nomor_aju(tx, &number)?
            && !crate::declaration::sees(&who, &known)
        {
            return Err(Error::NotFound);
        }
        if sandbox::chosen(tx, &owner, &number)?.is_none() && sandbox::count(tx, &owner)? >= MOST {
            return Err(wrong(format!("Paling banyak {MOST} pilihan."), format!("At most {MOST} choices.")));
        }
        Ok(())
    })?;
    // The partners judge their part first: what they refuse is not kept.
    tell_partners(app, aju.as_ref(), &outcome)?;
    let number = aju.to_string();
    app.db().write(move |tx| sandbox::choose(tx, &company, &number, &stored, now))?;
    Ok(outcome)
}

/// The partners' part, as a rule of their simulator for exactly this aju.
fn tell_partners(app: &App, aju: &str, outcome: &Outcome) -> Result<(), Error> {
    let all = serde_json::to_value(outcome).map_err(|e| Error::Broken(e.to_string()))?;
    let mut rule = json!({ "cocok": aju });
    for name in PARTNERS {
        if let Some(value) = all.get(name) {
            rule[name] = value.clone();
        }
    }
    match app.outward().sandbox.rule(&rule) {
        Ok(()) => Ok(()),
        Err(PartnerFault::Refused { message, .. }) => Err(wrong(message.clone(), message)),
        Err(fault) => {
            Err(wrong(format!("Simulator tidak menjawab: {fault}"), format!("The simulator does not answer: {fault}")))
        }
    }
}

/// What the actor's company chose for a document.
pub fn chosen(app: &App, actor: &Actor, aju: &str) -> Result<Outcome, Error> {
    let (company, aju) = (open(app, actor)?, aju.to_owned());
    let found = app.db().read(move |tx| sandbox::chosen(tx, &company, &aju))?.ok_or(Error::NotFound)?;
    serde_json::from_str(&found).map_err(|e| Error::Broken(e.to_string()))
}

/// Takes a choice back.
pub fn forget(app: &App, actor: &Actor, aju: &str) -> Result<(), Error> {
    let (company, number) = (open(app, actor)?, aju.to_owned());
    if !app.db().write(move |tx| sandbox::forget(tx, &company, &number))? {
        return Err(Error::NotFound);
    }
    tell_partners(app, aju, &Outcome::default())
}

/// Moves the clock on and says what time it is now.
pub fn advance_clock(app: &App, actor: &Actor, seconds: i64) -> Result<Timestamp, Error> {
    open(app, actor)?;
    if !(0..=LONGEST_STEP).contains(&seconds) {
        return Err(wrong(
            format!("detik: 0 sampai {LONGEST_STEP}; jam tidak bisa mundur."),
            format!("detik: 0 to {LONGEST_STEP}; the clock cannot go back."),
        ));
    }
    let now = app.now();
    let shift = app.db().write(move |tx| sandbox::advance(tx, seconds.saturating_mul(1_000_000), now))?;
    app.outward().sandbox.shift(SignedDuration::from_micros(shift));
    app.bell().ring();
    Ok(app.now())
}

/// What time it is, as far as this sandbox is concerned.
pub fn clock(app: &App, actor: &Actor) -> Result<Timestamp, Error> {
    open(app, actor)?;
    follow(app)?;
    Ok(app.now())
}

/// Takes over how far the clock was moved, by this process or another.
pub fn follow(app: &App) -> Result<(), Error> {
    if app.settings().h2h.sandbox {
        let shift = app.db().read(|tx| sandbox::shift(tx))?;
        app.outward().sandbox.shift(SignedDuration::from_micros(shift));
    }
    Ok(())
}

/// What was chosen for a document, by its company or its broker.
fn of(tx: &mut dyn Tx, app: &App, row: &Declaration) -> Result<Option<Outcome>, Fault> {
    if !app.settings().h2h.sandbox {
        return Ok(None);
    }
    for company in [Some(&row.company_id), row.ppjk_id.as_ref()].into_iter().flatten() {
        if let Some(found) = sandbox::chosen(tx, company, &row.nomor_aju)? {
            return Ok(serde_json::from_str(&found).ok());
        }
    }
    Ok(None)
}

/// The channel chosen for a document.
pub(crate) fn lane(tx: &mut dyn Tx, app: &App, row: &Declaration) -> Result<Option<Jalur>, Fault> {
    let lane = of(tx, app, row)?.and_then(|outcome| outcome.jalur);
    Ok(lane.map(|lane| match lane {
        Lane::Hijau => Jalur::Hijau,
        Lane::Kuning => Jalur::Kuning,
        Lane::Merah => Jalur::Merah,
    }))
}

fn rule(code: &str) -> Option<&'static declaration::rules::Rule> {
    declaration::rules::all().find(|rule| rule.code == code)
}

/// Findings that the validation is to make.
pub(crate) fn rejects(tx: &mut dyn Tx, app: &App, row: &Declaration) -> Result<Vec<Finding>, Fault> {
    let codes = of(tx, app, row)?.map(|outcome| outcome.tolak).unwrap_or_default();
    let rules = codes.iter().filter_map(|code| rule(code));
    Ok(rules
        .map(|rule| Finding {
            code: rule.code.into(),
            severity: Severity::Reject,
            pointer: Pointer::root(),
            message: Text::made(
                format!("{} (dipilih di kotak pasir)", rule.title.id),
                format!("{} (chosen in the sandbox)", rule.title.en),
            ),
            law: rule.law.into(),
        })
        .collect())
}

/// When a step of a document may happen at the earliest, if it was delayed.
pub(crate) fn not_before(
    tx: &mut dyn Tx,
    app: &App,
    declaration_id: &str,
    step: &str,
    since: Timestamp,
) -> Result<Option<Timestamp>, Fault> {
    let Some(row) = declarations::by_id(tx, declaration_id)? else { return Ok(None) };
    let seconds = of(tx, app, &row)?.and_then(|outcome| outcome.tunda.get(step).copied());
    Ok(seconds.and_then(|seconds| since.saturating_add(SignedDuration::from_secs(seconds)).ok()))
}
