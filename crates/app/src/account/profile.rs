//! Update Profile dan Email: what a person says of himself, his address, his password, and the company's data.

use jiff::Timestamp;
use kernel::Text;
use serde_json::json;
use store::accounts::{self, Account, AccountState};
use store::companies::{self, Company};
use store::links;

use super::form::Form;
use super::limit::{MAILS, REGISTRY};
use super::link::{self, Purpose};
use super::mails::What;
use super::note::Note;
use super::session::{self, Signed};
use super::work::{self, Work};
use super::{reset, signup};
use crate::access::UseCase;
use crate::ports::PartnerFault;
use crate::{App, Error};

/// Which notices somebody wants; mails about the security of the account are always sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kabar {
    /// A mail at each step and letter.
    Surat,
    /// One mail a day.
    Ringkas,
    /// None.
    Tidak,
}

impl Kabar {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::Surat, Self::Ringkas, Self::Tidak];

    /// The stored word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Surat => "SURAT",
            Self::Ringkas => "RINGKAS",
            Self::Tidak => "TIDAK",
        }
    }

    /// The choice of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kabar| kabar.word() == word)
    }
}

/// A profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// User name; stays.
    pub username: String,
    /// Name.
    pub nama: String,
    /// `NIK` or `PASPOR`, empty when never given.
    pub jenis_identitas: String,
    /// Its number.
    pub nomor_identitas: String,
    /// Position.
    pub jabatan: String,
    /// Mobile number.
    pub nomor_hp: String,
    /// Address.
    pub email: String,
    /// Address that waits for its confirmation.
    pub email_menunggu: Option<String>,
    /// `id` or `en`.
    pub bahasa: String,
    /// Notices.
    pub kabar: Kabar,
    /// Company, for traders.
    pub perusahaan: Option<CompanyView>,
}

/// Company data as OSS/DJP gave them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyView {
    /// NPWP, 16 digits.
    pub npwp: String,
    /// Place of business.
    pub nitku: Option<String>,
    /// NIB.
    pub nib: Option<String>,
    /// Name.
    pub nama: String,
    /// Address.
    pub alamat: String,
    /// `BADAN_USAHA`, `PERORANGAN` or `INSTANSI`.
    pub jenis: String,
    /// When they were last fetched.
    pub diperbarui: Option<Timestamp>,
}

impl From<Company> for CompanyView {
    fn from(company: Company) -> Self {
        Self {
            npwp: company.npwp,
            nitku: company.nitku,
            nib: company.nib,
            nama: company.name,
            alamat: company.address,
            jenis: company.kind,
            diperbarui: company.refreshed,
        }
    }
}

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct ProfileForm {
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
    /// `id` or `en`.
    pub bahasa: String,
    /// A word of [`Kabar`].
    pub kabar: String,
}

/// The profile of whoever is logged in.
pub fn show(app: &App, signed: &Signed) -> Result<Profile, Error> {
    signed.actor.may(UseCase::ManageProfile)?;
    let (id, now) = (signed.actor.account_id.clone(), app.now());
    app.db().read(move |tx| {
        let account = accounts::by_id(tx, &id)?.ok_or(Error::Unauthenticated)?;
        let company = match &account.company_id {
            Some(id) => companies::by_id(tx, id)?,
            None => None,
        };
        let waiting = links::waiting(tx, &account.id, Purpose::Email.word(), now)?;
        Ok(Profile {
            username: account.username,
            nama: account.display_name,
            jenis_identitas: account.identity_kind,
            nomor_identitas: account.identity_number,
            jabatan: account.position,
            nomor_hp: account.phone,
            email: account.email,
            email_menunggu: waiting.map(|link| link.email),
            bahasa: account.language,
            kabar: Kabar::parse(&account.notify).unwrap_or(Kabar::Surat),
            perusahaan: company.map(CompanyView::from),
        })
    })
}

/// Saves the profile.
pub fn save(app: &App, signed: &Signed, form: &ProfileForm) -> Result<(), Error> {
    signed.actor.may(UseCase::ManageProfile)?;
    let mut check = Form::default();
    let (kind, number) = check.identity(&form.jenis_identitas, &form.nomor_identitas);
    let name = check.line("nama", &form.nama, 100);
    let position = check.line("jabatan", &form.jabatan, 100);
    let phone = check.phone("nomor_hp", &form.nomor_hp);
    let language = check.choice("bahasa", &form.bahasa, &["id", "en"]);
    let notify = check.choice("kabar", &form.kabar, &Kabar::ALL.map(Kabar::word));
    check.done()?;
    let (at, id) = (app.clone(), signed.actor.account_id.clone());
    app.db().write(move |tx| {
        let account = accounts::for_update(tx, &id)?.ok_or(Error::Unauthenticated)?;
        let account = Account {
            display_name: name.clone(),
            identity_kind: kind.clone(),
            identity_number: number.clone(),
            position: position.clone(),
            phone: phone.clone(),
            language: language.clone(),
            notify: notify.clone(),
            ..account
        };
        accounts::save_profile(tx, &account)?;
        Note::new("akun.profil", &account.id, &account.id, account.company_id.as_deref()).write(tx, &at)?;
        Ok(())
    })
}

/// Asks for another address: it counts once the link sent to it is confirmed; the old one is told. Needs a fresh session.
pub fn change_email(app: &App, signed: &Signed, email: &str) -> Result<(), Error> {
    session::require_fresh(app, signed)?;
    let mut check = Form::default();
    let email = check.email("email", email);
    check.done()?;
    let (at, id) = (app.clone(), signed.actor.account_id.clone());
    app.db().write(move |tx| {
        let now = at.now();
        let account = accounts::for_update(tx, &id)?.ok_or(Error::Unauthenticated)?;
        MAILS.demand(tx, &account.id, now)?;
        if account.email == email {
            return Ok(());
        }
        work::enqueue(tx, &at, &Work::NewEmail { account: account.id.clone(), email: email.clone() }, now)?;
        work::tell(tx, &at, &account, What::EmailAsked)?;
        Note::new("akun.email.minta", &account.id, &account.id, account.company_id.as_deref()).write(tx, &at)?;
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}

/// The address that a link confirms.
pub fn peek_email(app: &App, token: &str) -> Result<String, Error> {
    let (at, token) = (app.clone(), token.to_owned());
    app.db().read(move |tx| Ok(link::look(tx, &at, Purpose::Email, &token)?.email))
}

/// Confirms a new address; the old one is told.
pub fn confirm_email(app: &App, token: &str) -> Result<(), Error> {
    let (at, token) = (app.clone(), token.to_owned());
    app.db().write(move |tx| {
        let link = link::look(tx, &at, Purpose::Email, &token)?;
        link::take(tx, &at, &link)?;
        let account = accounts::for_update(tx, link::account_of(&link)?)?;
        let account = account.filter(|a| a.state == AccountState::Aktif).ok_or(Error::LinkDead)?;
        if accounts::by_email(tx, &link.email)?.is_some_and(|other| other.id != account.id) {
            return Err(signup::email_taken());
        }
        accounts::set_email(tx, &account.id, &link.email)?;
        links::void_all(tx, &account.id, at.now())?;
        work::tell(tx, &at, &account, What::Email)?;
        Note::new("akun.email.ganti", &account.id, &account.id, account.company_id.as_deref()).write(tx, &at)?;
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}

/// Replaces the password; other sessions and all tokens end.
pub fn change_password(app: &App, signed: &Signed, old: &str, password: &str, again: &str) -> Result<(), Error> {
    signed.actor.may(UseCase::ManageProfile)?;
    let id = signed.actor.account_id.clone();
    let account = app.db().read(move |tx| accounts::by_id(tx, &id))?.ok_or(Error::Unauthenticated)?;
    if old.len() > 1_000 || !app.passwords().verify(old, Some(&account.password_hash)) {
        return Err(Error::BadCredentials);
    }
    let hash = reset::new_password(app, &account, password, again)?;
    let (at, but) = (app.clone(), signed.session.hash().to_owned());
    app.db().write(move |tx| {
        let account = accounts::for_update(tx, &account.id)?.filter(|a| a.active).ok_or(Error::Unauthenticated)?;
        reset::replace(tx, &at, &account, &hash, &but)?;
        Note::new("akun.kata_sandi.ganti", &account.id, &account.id, account.company_id.as_deref()).write(tx, &at)?;
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}

/// "Perbarui dari OSS": fetches the company's data anew.
pub fn refresh_company(app: &App, signed: &Signed) -> Result<CompanyView, Error> {
    signed.actor.may(UseCase::ReadCompany)?;
    let (at, id) = (app.clone(), signed.actor.company()?.to_owned());
    let company = app.db().write(move |tx| {
        REGISTRY.demand(tx, &id, at.now())?;
        companies::by_id(tx, &id)?.ok_or(Error::NotFound)
    })?;
    let standing = app.ports().registry.standing(&company.npwp).map_err(|fault| match fault {
        PartnerFault::Refused { .. } => Error::Refused(Text::fixed(
            "DJP/OSS tidak mengenal NPWP ini; data tidak diubah. Hubungi kantor pajak.",
            "The tax office does not know this NPWP; nothing was changed. Contact the tax office.",
        )),
        _ => Error::Refused(Text::fixed(
            "DJP/OSS sedang tidak menjawab; data tidak diubah. Coba lagi beberapa menit kemudian.",
            "The tax office or OSS does not answer; nothing was changed. Try again in a few minutes.",
        )),
    })?;
    let (at, who) = (app.clone(), signed.actor.account_id.clone());
    app.db().write(move |tx| {
        let mut company = companies::by_id(tx, &company.id)?.ok_or(Error::NotFound)?;
        let before = json!({ "nib": company.nib, "api": company.api_kind });
        if !standing.nama.is_empty() {
            company.name.clone_from(&standing.nama);
        }
        if !standing.alamat.is_empty() {
            company.address.clone_from(&standing.alamat);
        }
        company.nib.clone_from(&standing.nib);
        company.api_kind.clone_from(&standing.kode_jenis_api);
        company.refreshed = Some(at.now());
        companies::save(tx, &mut company)?;
        let body = json!({ "sebelum": before, "sesudah": { "nib": company.nib, "api": company.api_kind } });
        Note::new("perusahaan.perbarui", &who, &company.id, Some(&company.id)).with(body).write(tx, &at)?;
        Ok(CompanyView::from(company))
    })
}
