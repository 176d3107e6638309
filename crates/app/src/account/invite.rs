//! Invitations: the account waits in the state `BARU` until its owner chooses name and password.

use store::accounts::{self, Account, AccountState};
use store::{companies, links};

use super::form::Form;
use super::link::{self, Purpose};
use super::note::Note;
use super::work::{self, role_of};
use super::{mails, policy, reset, signup};
use crate::access::Role;
use crate::jobs::{Held, Left};
use crate::{App, Error};

/// What the page of the link shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The company, or the office.
    pub pengundang: String,
    /// The invited address.
    pub email: String,
    /// Name, as the inviter wrote it.
    pub nama: String,
    /// Fewest characters of a password.
    pub minimal: usize,
    /// Whether it is an officer's or operator's account.
    pub officer: bool,
}

/// What the invited types.
#[derive(Debug, Clone, Default)]
pub struct AcceptForm {
    /// User name.
    pub username: String,
    /// Name.
    pub nama: String,
    /// `NIK` or `PASPOR`.
    pub jenis_identitas: String,
    /// Its number.
    pub nomor_identitas: String,
    /// Position.
    pub jabatan: String,
    /// Mobile number.
    pub nomor_hp: String,
    /// Password.
    pub password: String,
    /// Again.
    pub again: String,
}

/// The job: the invitation, or the word that the address has an account.
pub(super) fn post(app: &App, held: &Held, account: &str) -> Result<Left, Error> {
    let id = account.to_owned();
    let (account, taken) = app.db().read(move |tx| {
        let account = accounts::by_id(tx, &id)?;
        let taken = match &account {
            Some(account) => accounts::by_email(tx, &account.email)?.is_some(),
            None => false,
        };
        Ok::<_, Error>((account, taken))
    })?;
    let Some(account) = account.filter(|a| a.state == AccountState::Baru) else { return Ok(Left::Nothing) };
    if taken {
        return Ok(work::deliver(app, held, &mails::invited_in_vain(), &account.email));
    }
    work::send_link(app, Purpose::Invite, &account, &account.email, mails::invite)
}

fn open(app: &App, token: &str) -> Result<(links::Link, Account, String), Error> {
    let (at, token) = (app.clone(), token.to_owned());
    app.db().read(move |tx| {
        let link = link::look(tx, &at, Purpose::Invite, &token)?;
        let account = accounts::by_id(tx, link::account_of(&link)?)?;
        let account = account.filter(|a| a.state == AccountState::Baru).ok_or(Error::LinkDead)?;
        let inviter = match (&account.company_id, &account.office) {
            (Some(id), _) => companies::by_id(tx, id)?.map(|c| c.name).unwrap_or_default(),
            (None, Some(office)) => format!("Kantor {office}"),
            (None, None) => at.settings().name.clone(),
        };
        Ok((link, account, inviter))
    })
}

/// Looks at a link without using it up.
pub fn peek(app: &App, token: &str) -> Result<Invitation, Error> {
    let (link, account, pengundang) = open(app, token)?;
    let role = role_of(&account)?;
    Ok(Invitation {
        pengundang,
        email: link.email,
        nama: account.display_name,
        minimal: policy::shortest(role),
        officer: role != Role::PenggunaJasa,
    })
}

/// Accepts: the account becomes active under the chosen name.
pub fn accept(app: &App, token: &str, form: &AcceptForm) -> Result<(), Error> {
    let (link, account, inviter) = open(app, token)?;
    let mut check = Form::default();
    let username = check.username("username", &form.username);
    let (identity_kind, identity_number) = check.identity(&form.jenis_identitas, &form.nomor_identitas);
    let account = Account {
        display_name: check.line("nama", &form.nama, 100),
        identity_kind,
        identity_number,
        position: check.line("jabatan", &form.jabatan, 100),
        phone: check.phone("nomor_hp", &form.nomor_hp),
        ..account
    };
    check.done()?;
    let own = [username.as_str(), &account.display_name, &account.email, &inviter];
    let hash = reset::hashed(app, &form.password, &form.again, role_of(&account)?, &own)?;
    let at = app.clone();
    app.db().write(move |tx| {
        link::take(tx, &at, &link)?;
        let now = accounts::for_update(tx, &account.id)?;
        now.filter(|a| a.state == AccountState::Baru).ok_or(Error::LinkDead)?;
        if accounts::by_username(tx, &username)?.is_some() {
            return Err(signup::username_taken());
        }
        if accounts::by_email(tx, &account.email)?.is_some() {
            return Err(signup::email_taken());
        }
        accounts::set_username(tx, &account.id, &username)?;
        accounts::save_profile(tx, &account)?;
        accounts::set_password(tx, &account.id, &hash)?;
        accounts::set_state(tx, &account.id, AccountState::Aktif)?;
        let company = account.company_id.as_deref();
        Note::new("akun.undangan.diterima", &account.id, &account.id, company).write(tx, &at)?;
        Ok(())
    })
}
