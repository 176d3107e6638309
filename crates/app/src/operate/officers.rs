//! Officers: asked for by one operator, approved by another; the first ones come from the command line.

use jiff::Timestamp;
use kernel::{KodeKantor, Text};
use serde_json::json;
use store::accounts::{self, Account, AccountState};
use store::{Tx, links};

use super::change::{self, Change};
pub use super::change::{OfficerChange, OfficerForm};
use crate::access::{Actor, Role, UseCase};
use crate::account::{Form, Note, Work, end_everything, enqueue, refuse};
use crate::company::users::{close, reopen};
use crate::{App, Error};

/// Most officers listed.
const MOST: u32 = 2_000;

/// An officer or operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficerRow {
    /// Account.
    pub id: String,
    /// User name; empty while the invitation is open.
    pub username: String,
    /// Name.
    pub nama: String,
    /// Address.
    pub email: String,
    /// Function.
    pub role: Role,
    /// Office; none for operators.
    pub office: Option<String>,
    /// How far the account has come.
    pub state: AccountState,
    /// Whether a second factor is set up.
    pub factor: bool,
    /// Last log-in.
    pub last_login: Option<Timestamp>,
}

/// All officers and operators.
pub fn list(app: &App, actor: &Actor) -> Result<Vec<OfficerRow>, Error> {
    actor.may(UseCase::ManageOfficers)?;
    let staff = app.db().read(|tx| accounts::staff(tx, MOST))?;
    let row = |a: Account| {
        Some(OfficerRow {
            role: Role::parse(&a.role)?,
            username: if a.state == AccountState::Baru { String::new() } else { a.username },
            id: a.id,
            nama: a.display_name,
            email: a.email,
            office: a.office,
            state: a.state,
            factor: a.totp_secret.is_some(),
            last_login: a.last_login,
        })
    };
    Ok(staff.into_iter().filter_map(row).collect())
}

fn place(role: &str, office: &str) -> Result<(Role, Option<String>), Error> {
    let role = Role::parse(role).filter(|r| *r != Role::PenggunaJasa);
    let role =
        role.ok_or_else(|| refuse("role", "AKUN-14", "Pilih fungsi petugas.", "Choose the officer's function."))?;
    if role == Role::Operator {
        return Ok((role, None));
    }
    let code: Result<KodeKantor, _> = office.get(..office.len().min(20)).unwrap_or_default().parse();
    let code = code.map_err(|p| refuse("office", "AKUN-18", &p.message.id, &p.message.en))?;
    Ok((role, Some(code.to_string())))
}

fn clean(form: &OfficerForm) -> Result<OfficerForm, Error> {
    let mut check = Form::default();
    let (email, nama) = (check.email("email", &form.email), check.line("nama", &form.nama, 100));
    check.done()?;
    let (role, office) = place(&form.role, &form.office)?;
    Ok(OfficerForm { email, nama, role: role.word().into(), office: office.unwrap_or_default() })
}

/// Asks for a new officer; another operator approves. The id is the request's.
pub fn request_create(app: &App, actor: &Actor, form: &OfficerForm) -> Result<String, Error> {
    actor.may(UseCase::ManageOfficers)?;
    let form = clean(form)?;
    change::request(app, actor, &form.email.clone(), &Change::BuatPetugas(form))
}

/// Asks for a change of an officer; another operator approves.
pub fn request_change(app: &App, actor: &Actor, id: &str, change: &OfficerChange) -> Result<String, Error> {
    actor.may(UseCase::ManageOfficers)?;
    let (look, change) = (id.to_owned(), change.clone());
    let account = app.db().read(move |tx| accounts::by_id(tx, &look))?;
    let account = account.filter(|a| a.company_id.is_none()).ok_or(Error::NotFound)?;
    if change.role.is_some() || change.office.is_some() {
        moved(&account, &change)?;
    }
    change::request(app, actor, id, &Change::UbahPetugas { akun: id.to_owned(), perubahan: change })
}

fn moved(account: &Account, change: &OfficerChange) -> Result<(Role, Option<String>), Error> {
    let role = change.role.as_deref().unwrap_or(&account.role);
    place(role, change.office.as_deref().or(account.office.as_deref()).unwrap_or_default())
}

/// Creates an invited officer at once: for the command line of whoever runs the machine.
pub fn create_now(app: &App, actor: &str, form: &OfficerForm) -> Result<(), Error> {
    let form = clean(form)?;
    let (at, actor) = (app.clone(), actor.to_owned());
    app.db().write(move |tx| create(tx, &at, &actor, &form))?;
    app.bell().ring();
    Ok(())
}

/// Creates the account and its invitation.
pub(super) fn create(tx: &mut dyn Tx, app: &App, actor: &str, form: &OfficerForm) -> Result<(), Error> {
    if accounts::by_email(tx, &form.email)?.is_some() {
        return Err(Error::Refused(Text::fixed(
            "Alamat e-mail ini sudah dipakai akun lain.",
            "This e-mail address belongs to another account.",
        )));
    }
    let account = Account {
        office: Some(form.office.clone()).filter(|o| !o.is_empty()),
        email: form.email.clone(),
        display_name: form.nama.clone(),
        ..Account::blank(app.id(), &form.role, AccountState::Baru, app.now())
    };
    accounts::insert(tx, &account)?;
    enqueue(tx, app, &Work::Invite { account: account.id.clone() }, app.now())?;
    let body = json!({ "peran": form.role, "kantor": form.office });
    Note::new("petugas.buat", actor, &account.id, None).with(body).write(tx, app)?;
    Ok(())
}

/// Carries an approved change out: sessions end, so that nobody goes on with what he was.
pub(super) fn change(tx: &mut dyn Tx, app: &App, actor: &str, id: &str, change: &OfficerChange) -> Result<(), Error> {
    let account = accounts::for_update(tx, id)?.filter(|a| a.company_id.is_none()).ok_or(Error::NotFound)?;
    if change.role.is_some() || change.office.is_some() {
        let (role, office) = moved(&account, change)?;
        accounts::set_office(tx, id, role.word(), office.as_deref())?;
        end_everything(tx, app, id, "")?;
    }
    match change.active {
        Some(false) => {
            close(tx, app, &account)?;
            links::void_all(tx, id, app.now())?;
        }
        Some(true) => reopen(tx, app, &account)?,
        None => {}
    }
    let body = serde_json::to_value(change).map_err(|e| Error::Broken(e.to_string()))?;
    Note::new("petugas.ubah", actor, id, None).with(body).write(tx, app)?;
    Ok(())
}
