//! Setting Role Akses Menu: invite, give rights, close. A change acts on the very next request.

use jiff::Timestamp;
use kernel::Text;
use serde_json::json;
use store::accounts::{self, Account, AccountState};
use store::{Tx, links};

use crate::access::{Actor, Rights, Role, UseCase};
use crate::account::{Form, MAILS, Note, What, Work, end_everything, enqueue, tell};
use crate::{App, Error};

/// Most users of one company that are listed.
const MOST: u32 = 1_000;

/// A user of the company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRow {
    /// Account.
    pub id: String,
    /// User name; empty while the invitation is open.
    pub username: String,
    /// Name.
    pub nama: String,
    /// Address.
    pub email: String,
    /// Position.
    pub jabatan: String,
    /// How far the account has come.
    pub state: AccountState,
    /// Rights.
    pub rights: Rights,
    /// Whether a second factor is set up.
    pub factor: bool,
    /// Last log-in.
    pub last_login: Option<Timestamp>,
}

impl From<Account> for UserRow {
    fn from(account: Account) -> Self {
        Self {
            rights: Rights::parse(account.admin, &account.rights),
            username: if account.state == AccountState::Baru { String::new() } else { account.username },
            id: account.id,
            nama: account.display_name,
            email: account.email,
            jabatan: account.position,
            state: account.state,
            factor: account.totp_secret.is_some(),
            last_login: account.last_login,
        }
    }
}

/// Users of the actor's company.
pub fn list(app: &App, actor: &Actor) -> Result<Vec<UserRow>, Error> {
    actor.may(UseCase::ManageUsers)?;
    let company = actor.company()?.to_owned();
    let users = app.db().read(move |tx| accounts::of_company(tx, &company, MOST))?;
    Ok(users.into_iter().map(UserRow::from).collect())
}

/// One of them.
pub fn show(app: &App, actor: &Actor, id: &str) -> Result<UserRow, Error> {
    actor.may(UseCase::ManageUsers)?;
    let (company, id) = (actor.company()?.to_owned(), id.to_owned());
    let account = app.db().read(move |tx| accounts::by_id(tx, &id))?;
    account.filter(|a| a.company_id.as_deref() == Some(&company)).map(UserRow::from).ok_or(Error::NotFound)
}

/// A user of the actor's company, locked; another company's is not found.
fn own(tx: &mut dyn Tx, actor: &Actor, id: &str) -> Result<Account, Error> {
    let company = actor.company()?;
    let account = accounts::for_update(tx, id)?;
    account.filter(|a| a.company_id.as_deref() == Some(company)).ok_or(Error::NotFound)
}

/// Refuses what would leave the company without an administrator. All administrators are locked, so that of two who
/// close each other one stays.
fn keep_an_admin(tx: &mut dyn Tx, account: &Account) -> Result<(), Error> {
    let (Some(company), true) = (&account.company_id, account.admin) else { return Ok(()) };
    let admins = accounts::admins(tx, company)?;
    if admins.contains(&account.id) && admins.len() == 1 {
        return Err(Error::Refused(Text::fixed(
            "Ini admin terakhir perusahaan. Jadikan pengguna lain admin lebih dahulu.",
            "This is the company's last administrator. Make another user administrator first.",
        )));
    }
    Ok(())
}

/// Invites somebody. Whether the address has an account elsewhere is told to that address only.
pub fn invite(app: &App, actor: &Actor, email: &str, nama: &str, rights: &Rights) -> Result<(), Error> {
    actor.may(UseCase::ManageUsers)?;
    let mut check = Form::default();
    let (email, nama) = (check.email("email", email), check.line("nama", nama, 100));
    check.done()?;
    let (at, who, rights) = (app.clone(), actor.clone(), rights.clone());
    app.db().write(move |tx| {
        let company = who.company()?;
        MAILS.demand(tx, &who.account_id, at.now())?;
        let all = accounts::of_company(tx, company, MOST)?;
        let open = all.into_iter().find(|a| a.email == email && a.state == AccountState::Baru);
        let id = if let Some(account) = open {
            accounts::set_rights(tx, &account.id, rights.admin, &rights.words())?;
            account.id
        } else {
            let account = Account {
                company_id: Some(company.to_owned()),
                email: email.clone(),
                display_name: nama.clone(),
                admin: rights.admin,
                rights: rights.words(),
                ..Account::blank(at.id(), Role::PenggunaJasa.word(), AccountState::Baru, at.now())
            };
            accounts::insert(tx, &account)?;
            account.id
        };
        enqueue(tx, &at, &Work::Invite { account: id.clone() }, at.now())?;
        note(tx, &at, &who, "pengguna.undang", &id, json!({ "hak": words(&rights) }))
    })?;
    app.bell().ring();
    Ok(())
}

fn words(rights: &Rights) -> String {
    if rights.admin { "admin".to_owned() } else { rights.words() }
}

fn note(
    tx: &mut dyn Tx,
    app: &App,
    who: &Actor,
    kind: &'static str,
    id: &str,
    body: serde_json::Value,
) -> Result<(), Error> {
    Note::new(kind, &who.account_id, id, who.company_id.as_deref()).with(body).write(tx, app)?;
    Ok(())
}

/// Sends an open invitation again; the older link is void.
pub fn resend(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.may(UseCase::ManageUsers)?;
    let (at, who, id) = (app.clone(), actor.clone(), id.to_owned());
    app.db().write(move |tx| {
        MAILS.demand(tx, &who.account_id, at.now())?;
        let account = own(tx, &who, &id)?;
        if account.state != AccountState::Baru {
            return Err(Error::NotFound);
        }
        enqueue(tx, &at, &Work::Invite { account: id.clone() }, at.now())?;
        note(tx, &at, &who, "pengguna.undang", &id, json!({}))
    })?;
    app.bell().ring();
    Ok(())
}

/// Replaces a user's rights.
pub fn set_rights(app: &App, actor: &Actor, id: &str, rights: &Rights) -> Result<(), Error> {
    actor.may(UseCase::ManageUsers)?;
    let (at, who, id, rights) = (app.clone(), actor.clone(), id.to_owned(), rights.clone());
    app.db().write(move |tx| {
        let account = own(tx, &who, &id)?;
        let before = Rights::parse(account.admin, &account.rights);
        if !rights.admin {
            keep_an_admin(tx, &account)?;
        }
        accounts::set_rights(tx, &id, rights.admin, &rights.words())?;
        if account.active {
            tell(tx, &at, &account, What::Rights)?;
        }
        let body = json!({ "sebelum": words(&before), "sesudah": words(&rights) });
        note(tx, &at, &who, "pengguna.hak", &id, body)
    })?;
    app.bell().ring();
    Ok(())
}

/// Closes a user's account: sessions, tokens and links end at once.
pub fn deactivate(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.may(UseCase::ManageUsers)?;
    let (at, who, id) = (app.clone(), actor.clone(), id.to_owned());
    app.db().write(move |tx| {
        let account = own(tx, &who, &id)?;
        keep_an_admin(tx, &account)?;
        close(tx, &at, &account)?;
        note(tx, &at, &who, "pengguna.nonaktif", &id, json!({}))
    })?;
    app.bell().ring();
    Ok(())
}

/// Closes an account in whatever state it is.
pub(crate) fn close(tx: &mut dyn Tx, app: &App, account: &Account) -> Result<(), Error> {
    accounts::set_state(tx, &account.id, AccountState::Nonaktif)?;
    if account.state == AccountState::Lama {
        // Opened again, it is invited: the password of the old portal never counts here.
        accounts::set_password(tx, &account.id, "")?;
    }
    end_everything(tx, app, &account.id, "")?;
    links::void_all(tx, &account.id, app.now())?;
    if account.active { tell(tx, app, account, What::Closed) } else { Ok(()) }
}

/// Opens a closed account again; one that never had a password is invited anew.
pub fn reactivate(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.may(UseCase::ManageUsers)?;
    let (at, who, id) = (app.clone(), actor.clone(), id.to_owned());
    app.db().write(move |tx| {
        let account = own(tx, &who, &id)?;
        reopen(tx, &at, &account)?;
        note(tx, &at, &who, "pengguna.aktif", &id, json!({}))
    })?;
    app.bell().ring();
    Ok(())
}

/// Opens a closed account again.
pub(crate) fn reopen(tx: &mut dyn Tx, app: &App, account: &Account) -> Result<(), Error> {
    if account.state != AccountState::Nonaktif {
        return Err(Error::NotFound);
    }
    if account.password_hash.is_empty() {
        accounts::set_state(tx, &account.id, AccountState::Baru)?;
        return enqueue(tx, app, &Work::Invite { account: account.id.clone() }, app.now());
    }
    if accounts::by_email(tx, &account.email)?.is_some() {
        return Err(Error::Refused(Text::fixed(
            "Alamat e-mail akun ini sekarang dipakai akun lain; undang pengguna ini dengan alamat baru.",
            "This account's e-mail address now belongs to another account; invite the user with a new address.",
        )));
    }
    accounts::set_state(tx, &account.id, AccountState::Aktif)?;
    Ok(())
}
