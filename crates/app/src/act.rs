//! Everything that a trader or an officer does to a document after it was sent.

use std::collections::BTreeMap;

use declaration::workflow::{Action, State, Tanya};
use serde_json::{Value, json};
use store::declarations::Declaration;
use store::{Tx, accounts, declarations, frozen};

use crate::access::{Actor, Role, UseCase};
use crate::declaration::find;
use crate::jobs::parse_frozen;
use crate::process::{Env, Extras, advance, officer, trader};
use crate::{App, Error};

/// Puts an act through the workflow; `letter` is what its letter prints beyond the act itself, if it issues one.
pub fn act(app: &App, actor: &Actor, nomor_aju: &str, action: Action, letter: Value) -> Result<(), Error> {
    act_with(app, actor, nomor_aju, action, letter, |_, _| Ok(()))
}

/// The same; `before` looks at, and writes, what belongs to the act, in the transaction of the act and ahead of it.
pub(crate) fn act_with(
    app: &App,
    actor: &Actor,
    nomor_aju: &str,
    action: Action,
    letter: Value,
    before: impl Fn(&mut dyn Tx, &Declaration) -> Result<(), Error> + Send + 'static,
) -> Result<(), Error> {
    actor.may(use_case(&action))?;
    let (who, aju) = (actor.clone(), nomor_aju.to_owned());
    let (row, body, inspector) = app.db().read(move |tx| {
        let row = find(tx, &who, &aju)?.ok_or(Error::NotFound)?;
        let body = frozen::latest(tx, &row.id)?.map(|f| f.body);
        let inspector = inspector(tx, &row)?;
        Ok::<_, Error>((row, body, inspector))
    })?;
    let lodged = match body {
        Some(body) => parse_frozen(&body)?.lodge_accepted().ok().map(std::sync::Arc::new),
        None => None,
    };
    let env = Env::of(app, row.kode_kantor.parse().ok(), lodged)?;
    let extras = match letter_of(&action) {
        Some(code) => Extras(BTreeMap::from([(code, signed(letter, actor, inspector))])),
        None => Extras::default(),
    };
    let (at, actor) = (app.clone(), actor.clone());
    app.db().write(move |tx| {
        let mut row = declarations::for_update(tx, &row.id)?.ok_or(Error::NotFound)?;
        before(tx, &row)?;
        let who = officer(&actor).unwrap_or_else(|| trader(&actor, &row));
        advance(tx, &at, &env, &mut row, who.does(action.clone()), &extras)
    })?;
    app.bell().ring();
    Ok(())
}

/// The name of the appointed inspector.
fn inspector(tx: &mut dyn Tx, row: &Declaration) -> Result<Option<String>, Error> {
    let state: State = serde_json::from_str(&row.state).map_err(|e| Error::Broken(e.to_string()))?;
    let account = match state.pemeriksaan.pemeriksa {
        Some(id) => accounts::by_id(tx, &id)?,
        None => None,
    };
    Ok(account.map(|a| a.display_name))
}

/// What the letter prints, with the officer who signs and the inspector, unless the use case named others.
fn signed(letter: Value, actor: &Actor, inspector: Option<String>) -> Value {
    let mut members = match letter {
        Value::Object(members) => members,
        _ => serde_json::Map::new(),
    };
    if let Some(title) = actor.role.title() {
        members.entry("pejabat").or_insert_with(|| json!({ "nama": actor.name, "jabatan": title }));
    }
    if let (Some(name), Some(title)) = (inspector, Role::Pfpb.title()) {
        let inspectors = json!([{ "nama": name, "jabatan": title }]);
        members.entry("pelaksanaan").or_insert_with(|| json!({ "pemeriksa": inspectors }));
        members.entry("pemeriksa").or_insert(inspectors);
    }
    Value::Object(members)
}

/// The letter that an act issues.
fn letter_of(action: &Action) -> Option<&'static str> {
    Some(match action {
        Action::DocumentsUploaded { .. } => "2009",
        Action::IssueInstruction { .. } => "2066",
        Action::RecordBap { .. } => "2008",
        Action::RecordLhp { .. } => "2007",
        Action::Ask { tanya: Tanya::Npd, .. } => "2015",
        Action::Ask { tanya: Tanya::Inp, .. } => "2021",
        Action::Ask { tanya: Tanya::Npbl, .. } => "2090",
        Action::Ask { tanya: Tanya::Lab, .. } => "2023",
        Action::IssueSptnp { .. } => "2026",
        Action::IssueSpbl { .. } => "2013",
        Action::Release { .. } => "2003",
        Action::DecideCancellation { .. } => "2011",
        Action::DecideAmendment { .. } => "2010",
        _ => return None,
    })
}

/// The row of the access table under which an act falls; acts of partners and of the clock are nobody's.
pub(crate) fn use_case(action: &Action) -> UseCase {
    match action {
        Action::AppointInspector { .. } | Action::IssueInstruction { .. } => UseCase::DirectInspection,
        Action::StartInspection | Action::RecordBap { .. } | Action::RecordLhp { .. } => UseCase::RecordInspection,
        Action::ClearLartas { .. }
        | Action::DecideSimilarity { .. }
        | Action::Ask { .. }
        | Action::IssueSptnp { .. }
        | Action::IssueSpbl { .. }
        | Action::Release { .. }
        | Action::CloseReview { .. }
        | Action::DecideAmendment { .. }
        | Action::Answer { tanya: Tanya::Lab, .. } => UseCase::ExamineDocuments,
        Action::Answer { tanya: Tanya::P2, .. } | Action::HoldNhi { .. } | Action::ReleaseNhi { .. } => {
            UseCase::HoldGoods
        }
        Action::GateIn | Action::GateOut { .. } | Action::MoveToTpp { .. } => UseCase::RecordGate,
        Action::DecideCancellation { .. } => UseCase::DecideCancellation,
        Action::ConfirmGuarantee { .. } | Action::ResolvePayment { .. } => UseCase::ManageTreasury,
        Action::RequestBilling { .. } | Action::CancelBilling { .. } => UseCase::ManageBilling,
        Action::BeginCorrection
        | Action::RetryMatch
        | Action::DocumentsUploaded { .. }
        | Action::GoodsReady
        | Action::Answer { .. }
        | Action::ObjectionWithGuarantee { .. }
        | Action::ShowLicence { .. }
        | Action::RequestCancellation { .. } => UseCase::ActOnDeclaration,
        // A request to amend comes with its document: see `amendment::send`.
        Action::Record { .. }
        | Action::RequestAmendment { .. }
        | Action::Submit { .. }
        | Action::Resubmit { .. }
        | Action::InswAnswered { .. }
        | Action::ValidationPassed { .. }
        | Action::ValidationFailed { .. }
        | Action::BillingIssued { .. }
        | Action::BillingFailed { .. }
        | Action::PaymentReported { .. }
        | Action::ManifestMissing
        | Action::ManifestMatched { .. }
        | Action::ManifestMismatch { .. }
        | Action::StorageConfirmed { .. }
        | Action::ChannelDrawn { .. }
        | Action::NumberGiven { .. }
        | Action::PackagesPulled
        | Action::Tick
        | Action::PartnerUnavailable { .. } => UseCase::ActForSystem,
    }
}
