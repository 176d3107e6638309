//! Aktivasi Akun Lama: whoever proves by user name, NPWP and address that an imported account is his gets a link.

use store::accounts::{self, Account, AccountState};
use store::{companies, links};

use super::form::{self, Form};
use super::limit::{ACTIVATE, ACTIVATE_PLACE, Origin};
use super::link::{self, Purpose};
use super::note::Note;
use super::work::{self, Claim, Work, role_of};
use super::{mails, policy, reset, signup};
use crate::jobs::{Held, Left};
use crate::{App, Error};

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct ActivationForm {
    /// User name of the old portal.
    pub username: String,
    /// NPWP, 15 or 16 digits.
    pub npwp: String,
    /// Address on file.
    pub email: String,
    /// Address that is to replace it; empty keeps the old one.
    pub email_baru: String,
    /// Password of the old portal; needed only to replace the address.
    pub sandi_lama: String,
}

/// What the page of the link shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activation {
    /// Name of the person.
    pub nama: String,
    /// User name, which stays.
    pub username: String,
    /// The company's NPWP.
    pub npwp: String,
    /// The company.
    pub nama_perusahaan: String,
    /// The address that will count.
    pub email: String,
    /// Fewest characters of a password.
    pub minimal: usize,
}

/// Asks for activation. Whoever asks gets the same answer at the same cost; what comes of it comes by mail.
pub fn request(app: &App, form: &ActivationForm, origin: &Origin) -> Result<(), Error> {
    let mut check = Form::default();
    let (username, npwp) = (check.line("username", &form.username, 100), check.npwp("npwp", &form.npwp));
    let email = check.email("email", &form.email);
    let replaces = !form.email_baru.trim().is_empty();
    let email_baru = replaces.then(|| check.email("email_baru", &form.email_baru));
    check.done()?;
    let name = form::login_name(&username).unwrap_or_default();
    let look = name.clone();
    let account = app.db().read(move |tx| accounts::by_username(tx, &look))?;
    let hash =
        account.filter(|a| a.state == AccountState::Lama && !a.password_hash.is_empty()).map(|a| a.password_hash);
    let tried = form.sandi_lama.get(..form.sandi_lama.len().min(1_000)).unwrap_or_default();
    let sandi_cocok = app.passwords().verify(tried, hash.as_deref());
    let claim = Claim { username: name, npwp, email, email_baru, sandi_cocok };
    let (at, place) = (app.clone(), origin.place());
    app.db().write(move |tx| {
        let now = at.now();
        let free = ACTIVATE_PLACE.allows(tx, &place, now)? & ACTIVATE.allows(tx, &claim.username, now)?;
        if free {
            work::enqueue(tx, &at, &Work::Activate(claim.clone()), now)?;
            Note::new("aktivasi.minta", "-", "aktivasi", None).write(tx, &at)?;
        }
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}

/// The job. Mail goes only to an address that is on file, or to a new one once the old password was proven too.
pub(super) fn answer(app: &App, held: &Held, claim: &Claim) -> Result<Left, Error> {
    let asked = claim.clone();
    let (account, fits, on_file) = app.db().read(move |tx| {
        let account = accounts::by_username(tx, &asked.username)?;
        let npwp = match account.as_ref().and_then(|a| a.company_id.as_deref()) {
            Some(id) => companies::by_id(tx, id)?.map(|c| c.npwp),
            None => None,
        };
        let fits = account.as_ref().is_some_and(|a| a.email == asked.email) && npwp.as_deref() == Some(&asked.npwp);
        Ok::<_, Error>((account, fits, accounts::by_email(tx, &asked.email)?))
    })?;
    match account {
        Some(account) if fits && account.state == AccountState::Lama => match &claim.email_baru {
            None => work::send_link(app, Purpose::Activate, &account, &account.email, mails::activate),
            Some(email) if claim.sandi_cocok => replace(app, held, &account, email),
            Some(_) => Ok(work::deliver(app, held, &mails::mismatch(app), &account.email)),
        },
        Some(account) if fits && account.state == AccountState::Aktif => {
            Ok(work::deliver(app, held, &mails::already_active(app), &account.email))
        }
        _ => match on_file {
            Some(known) => Ok(work::deliver(app, held, &mails::mismatch(app), &known.email)),
            None => Ok(Left::Nothing),
        },
    }
}

/// The link goes to the new address, and the old one hears of it.
fn replace(app: &App, held: &Held, account: &Account, email: &str) -> Result<Left, Error> {
    let at = email.to_owned();
    if app.db().read(move |tx| accounts::by_email(tx, &at))?.is_some_and(|other| other.id != account.id) {
        return Ok(work::deliver(app, held, &mails::email_in_use(), email));
    }
    match work::deliver(app, held, &mails::activation_elsewhere(), &account.email) {
        Left::Nothing => work::send_link(app, Purpose::Activate, account, email, mails::activate),
        later => Ok(later),
    }
}

fn open(app: &App, token: &str) -> Result<(links::Link, Account, Option<companies::Company>), Error> {
    let (at, token) = (app.clone(), token.to_owned());
    app.db().read(move |tx| {
        let link = link::look(tx, &at, Purpose::Activate, &token)?;
        let account = accounts::by_id(tx, link::account_of(&link)?)?;
        let account = account.filter(|a| a.state == AccountState::Lama).ok_or(Error::LinkDead)?;
        let company = match &account.company_id {
            Some(id) => companies::by_id(tx, id)?,
            None => None,
        };
        Ok((link, account, company))
    })
}

/// Looks at a link without using it up.
pub fn peek(app: &App, token: &str) -> Result<Activation, Error> {
    let (link, account, company) = open(app, token)?;
    let (npwp, nama_perusahaan) = company.map(|c| (c.npwp, c.name)).unwrap_or_default();
    Ok(Activation {
        minimal: policy::shortest(role_of(&account)?),
        nama: account.display_name,
        username: account.username,
        npwp,
        nama_perusahaan,
        email: link.email,
    })
}

/// Sets a password; the account is active and marked as carried over.
pub fn consume(app: &App, token: &str, password: &str, again: &str) -> Result<(), Error> {
    let (link, account, _) = open(app, token)?;
    let hash = reset::new_password(app, &account, password, again)?;
    let at = app.clone();
    app.db().write(move |tx| {
        link::take(tx, &at, &link)?;
        let account = accounts::for_update(tx, &account.id)?;
        let account = account.filter(|a| a.state == AccountState::Lama).ok_or(Error::LinkDead)?;
        if accounts::by_email(tx, &link.email)?.is_some_and(|other| other.id != account.id) {
            return Err(signup::email_taken());
        }
        accounts::set_email(tx, &account.id, &link.email)?;
        accounts::set_password(tx, &account.id, &hash)?;
        accounts::set_migrated(tx, &account.id, at.now())?;
        accounts::set_state(tx, &account.id, AccountState::Aktif)?;
        let company = account.company_id.as_deref();
        Note::new("akun.aktivasi", &account.id, &account.id, company).write(tx, &at)?;
        Ok(())
    })
}
