//! Pendaftaran Baru: the form is kept and answered alike for everybody; a job asks OSS/DJP and sends the mail that helps.

use jiff::SignedDuration;
use kernel::Text;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::accounts::{self, Account, AccountState};
use store::companies::{self, Company, CompanyClass};
use store::registrations::{self, Registration};
use store::{Tx, links};

use super::form::{Form, refuse};
use super::limit::{Origin, SIGNUP, SIGNUP_PLACE};
use super::link::{self, Owner, Purpose};
use super::note::Note;
use super::work::{self, Work};
use super::{mails, policy, reset};
use crate::access::Role;
use crate::jobs::{Held, Left};
use crate::ports::{CompanyStanding, PartnerFault};
use crate::{App, Error};

/// Kinds of users.
pub const KINDS: [&str; 3] = ["BADAN_USAHA", "PERORANGAN", "INSTANSI"];
/// Nobody fills the form in faster, seconds.
const FASTEST: i64 = 3;
/// The form is good for so long, seconds.
const LONGEST: i64 = 4 * 3_600;

/// What is typed.
#[derive(Debug, Clone, Default)]
pub struct SignupForm {
    /// One of [`KINDS`].
    pub jenis: String,
    /// NPWP, 15 or 16 digits.
    pub npwp: String,
    /// Place of business, may be empty.
    pub nitku: String,
    /// NIB, for businesses.
    pub nib: String,
    /// Responsible person.
    pub nama: String,
    /// `NIK` or `PASPOR`.
    pub jenis_identitas: String,
    /// Its number.
    pub nomor_identitas: String,
    /// Position.
    pub jabatan: String,
    /// Mobile number.
    pub nomor_hp: String,
    /// Address to be confirmed.
    pub email: String,
    /// User name wished for.
    pub username: String,
    /// Terms accepted.
    pub setuju: bool,
    /// `id` or `en`.
    pub bahasa: String,
    /// A field that people do not see; programs fill it in.
    pub umpan: String,
    /// [`form_token`].
    pub waktu: String,
}

/// The cleaned form, as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    jenis: String,
    npwp: String,
    nitku: Option<String>,
    nib: Option<String>,
    nama: String,
    jenis_identitas: String,
    nomor_identitas: String,
    jabatan: String,
    nomor_hp: String,
    email: String,
    username: String,
    bahasa: String,
}

/// What the page of the confirmation link shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// Company, as OSS/DJP names it.
    pub nama_perusahaan: String,
    /// Its NPWP.
    pub npwp: String,
    /// Responsible person.
    pub nama: String,
    /// Confirmed address.
    pub email: String,
    /// User name wished for.
    pub username: String,
    /// Whether it is free.
    pub username_bebas: bool,
    /// Fewest characters of a password.
    pub minimal: usize,
}

/// When the form was shown. Not signed: it only slows programs down, limits and the mail do the rest.
pub fn form_token(app: &App) -> String {
    format!("{:x}", app.now().as_second())
}

/// Whether a program filled the form in.
fn by_program(app: &App, form: &SignupForm) -> Result<bool, Error> {
    let shown = i64::from_str_radix(form.waktu.get(..form.waktu.len().min(16)).unwrap_or_default(), 16).unwrap_or(0);
    let age = app.now().as_second().saturating_sub(shown);
    if !(0..=LONGEST).contains(&age) {
        return Err(refuse(
            "waktu",
            "AKUN-15",
            "Formulir sudah terlalu lama terbuka; kirim sekali lagi.",
            "The form was open for too long; send it once more.",
        ));
    }
    Ok(age < FASTEST || !form.umpan.is_empty())
}

fn read(form: &SignupForm) -> Result<Kept, Error> {
    let mut check = Form::default();
    let npwp = check.npwp("npwp", &form.npwp);
    let (jenis_identitas, nomor_identitas) = check.identity(&form.jenis_identitas, &form.nomor_identitas);
    let kept = Kept {
        jenis: check.choice("jenis", &form.jenis, &KINDS),
        nitku: check.nitku("nitku", &form.nitku, &npwp),
        nib: check.nib("nib", &form.nib),
        npwp,
        nama: check.line("nama", &form.nama, 100),
        jenis_identitas,
        nomor_identitas,
        jabatan: check.line("jabatan", &form.jabatan, 100),
        nomor_hp: check.phone("nomor_hp", &form.nomor_hp),
        email: check.email("email", &form.email),
        username: check.username("username", &form.username),
        bahasa: if form.bahasa == "en" { "en" } else { "id" }.to_owned(),
    };
    if form.jenis == "BADAN_USAHA" && form.nib.trim().is_empty() {
        check.wrong("nib", "AKUN-07", "Badan usaha wajib mengisi NIB.", "A business fills in its NIB.");
    }
    if !form.setuju {
        let (id, en) = ("Setujui syarat dan ketentuan untuk melanjutkan.", "Accept the terms to go on.");
        check.wrong("setuju", "AKUN-13", id, en);
    }
    check.done()?;
    Ok(kept)
}

/// Takes a registration in. The answer never tells who is registered: everything else comes by mail.
pub fn register(app: &App, form: &SignupForm, origin: &Origin) -> Result<(), Error> {
    let kept = read(form)?;
    let by_program = by_program(app, form)?;
    let registration = Registration {
        id: app.id(),
        email: kept.email.clone(),
        npwp: kept.npwp.clone(),
        form: serde_json::to_string(&kept).map_err(|e| Error::Broken(e.to_string()))?,
        company: None,
        terms: app.settings().terms_version.clone(),
        outcome: "MENUNGGU".into(),
        created: app.now(),
        decided: None,
    };
    let (at, place) = (app.clone(), origin.place());
    app.db().write(move |tx| {
        let now = at.now();
        let free = SIGNUP_PLACE.allows(tx, &place, now)? & SIGNUP.allows(tx, &kept.email, now)?;
        if free && !by_program {
            registrations::insert(tx, &registration)?;
            work::enqueue(tx, &at, &Work::Signup { id: registration.id.clone() }, now)?;
            let body = json!({ "npwp": kept.npwp, "syarat": registration.terms });
            Note::new("daftar.minta", "-", &registration.id, None).with(body).write(tx, &at)?;
        }
        Ok::<_, Error>(())
    })?;
    app.bell().ring();
    Ok(())
}

/// Who is there already.
enum Known {
    Nobody,
    EmailActive,
    EmailOld,
    Company,
    CompanyOld,
}

fn known(tx: &mut dyn Tx, kept: &Kept) -> Result<Known, Error> {
    if let Some(account) = accounts::by_email(tx, &kept.email)? {
        return Ok(if account.state == AccountState::Lama { Known::EmailOld } else { Known::EmailActive });
    }
    let Some(company) = companies::by_npwp(tx, &kept.npwp)? else { return Ok(Known::Nobody) };
    if !accounts::admins(tx, &company.id)?.is_empty() {
        return Ok(Known::Company);
    }
    let old = accounts::of_company(tx, &company.id, 500)?.iter().any(|a| a.state == AccountState::Lama);
    Ok(if old { Known::CompanyOld } else { Known::Nobody })
}

/// The job: who is meant, what OSS/DJP says, and the mail that follows.
pub(super) fn check(app: &App, held: &Held, id: &str) -> Result<Left, Error> {
    let asked = id.to_owned();
    let (registration, kept, known) = app.db().write(move |tx| {
        let registration = registrations::for_update(tx, &asked)?.ok_or(Error::NotFound)?;
        let kept: Kept = serde_json::from_str(&registration.form).map_err(|e| Error::Broken(e.to_string()))?;
        let known = known(tx, &kept)?;
        Ok::<_, Error>((registration, kept, known))
    })?;
    let (outcome, letter) = match known {
        Known::EmailActive => ("SUDAH_ADA", mails::already_active(app)),
        Known::EmailOld => ("AKUN_LAMA", mails::activate_first(app)),
        Known::Company => ("PERUSAHAAN_ADA", mails::ask_admin()),
        Known::CompanyOld => ("PERUSAHAAN_LAMA", mails::company_is_old(app)),
        Known::Nobody => match app.ports().registry.standing(&kept.npwp) {
            Ok(standing) => match misfit(&kept, &standing) {
                None => return send(app, &registration, &kept, &standing),
                Some(reason) => ("TIDAK_COCOK", mails::not_registered(reason)),
            },
            Err(PartnerFault::Refused { .. }) => ("TIDAK_DIKENAL", mails::not_registered(UNKNOWN)),
            Err(fault) => return wait(app, held, &registration, &fault),
        },
    };
    decide(app, &registration.id, outcome, None)?;
    Ok(work::deliver(app, held, &letter, &kept.email))
}

const UNKNOWN: Text = Text::fixed("NPWP tidak dikenal DJP.", "The tax office does not know the NPWP.");

/// What keeps the company out.
fn misfit(kept: &Kept, standing: &CompanyStanding) -> Option<Text> {
    if !standing.npwp_aktif {
        return Some(Text::fixed("NPWP tidak aktif pada DJP.", "The NPWP is not active at the tax office."));
    }
    if kept.jenis == "BADAN_USAHA" && kept.nib != standing.nib {
        return Some(Text::fixed(
            "NIB tidak sama dengan NIB perusahaan ini pada OSS.",
            "The NIB is not this company's NIB at OSS.",
        ));
    }
    let branch = kept.nitku.as_ref();
    if branch.is_some_and(|nitku| !nitku.ends_with("000000") && !standing.nitku.contains(nitku)) {
        return Some(Text::fixed("NITKU tidak tercatat pada DJP.", "The tax office does not know the NITKU."));
    }
    None
}

fn decide(app: &App, id: &str, outcome: &'static str, company: Option<String>) -> Result<(), Error> {
    let (at, id) = (app.clone(), id.to_owned());
    app.db().write(move |tx| {
        registrations::decide(tx, &id, outcome, company.as_deref(), at.now())?;
        Note::new("daftar.periksa", "-", &id, None).with(json!({ "hasil": outcome })).write(tx, &at)?;
        Ok(())
    })
}

/// Nothing is lost when OSS/DJP is silent: the applicant is told once, and the job comes back.
fn wait(app: &App, held: &Held, registration: &Registration, fault: &PartnerFault) -> Result<Left, Error> {
    if registration.outcome == "MENUNGGU" {
        if let Left::Later(why) = work::deliver(app, held, &mails::registry_down(), &registration.email) {
            return Ok(Left::Later(why));
        }
        decide(app, &registration.id, "TUNDA", None)?;
    }
    let old = app.now().duration_since(registration.created) > SignedDuration::from_hours(7 * 24);
    if old { Ok(Left::Nothing) } else { Ok(Left::Later(fault.to_string())) }
}

fn send(app: &App, registration: &Registration, kept: &Kept, standing: &CompanyStanding) -> Result<Left, Error> {
    let company = serde_json::to_string(standing).map_err(|e| Error::Broken(e.to_string()))?;
    decide(app, &registration.id, "DIKIRIM", Some(company))?;
    let (made, url) = link::make(app, Purpose::Confirm, &Owner::Registration(&registration.id), &kept.email)?;
    let stored = made.clone();
    app.db().write(move |tx| link::keep(tx, &stored))?;
    Ok(work::post(app, &mails::confirm(&url), &kept.email, &made.id))
}

fn open(app: &App, tx: &mut dyn Tx, token: &str) -> Result<(links::Link, Kept, CompanyStanding), Error> {
    let link = link::look(tx, app, Purpose::Confirm, token)?;
    let id = link.registration_id.as_deref().ok_or(Error::LinkDead)?;
    let registration = registrations::for_update(tx, id)?.ok_or(Error::LinkDead)?;
    let broken = |e: serde_json::Error| Error::Broken(e.to_string());
    let kept = serde_json::from_str(&registration.form).map_err(broken)?;
    let standing = serde_json::from_str(registration.company.as_deref().unwrap_or_default()).map_err(broken)?;
    Ok((link, kept, standing))
}

/// Looks at a confirmation link without using it up.
pub fn peek(app: &App, token: &str) -> Result<Confirm, Error> {
    let (at, token) = (app.clone(), token.to_owned());
    app.db().write(move |tx| {
        let (_, kept, standing) = open(&at, tx, &token)?;
        Ok(Confirm {
            username_bebas: accounts::by_username(tx, &kept.username)?.is_none(),
            nama_perusahaan: standing.nama,
            npwp: kept.npwp,
            nama: kept.nama,
            email: kept.email,
            username: kept.username,
            minimal: policy::shortest(Role::PenggunaJasa),
        })
    })
}

/// Confirms the address, sets the password and opens company and account; the first user administers the company.
pub fn confirm(app: &App, token: &str, username: &str, password: &str, again: &str) -> Result<(), Error> {
    let (at, secret) = (app.clone(), token.to_owned());
    let (_, kept, standing) = app.db().write(move |tx| open(&at, tx, &secret))?;
    let mut check = Form::default();
    let username = check.username("username", username);
    check.done()?;
    let own = [username.as_str(), &kept.nama, &kept.email, &standing.nama];
    let hash = reset::hashed(app, password, again, Role::PenggunaJasa, &own)?;
    let code = company_code(app);
    let (at, token) = (app.clone(), token.to_owned());
    app.db().write(move |tx| {
        let (link, kept, standing) = open(&at, tx, &token)?;
        link::take(tx, &at, &link)?;
        let company = company(&at, tx, &kept, &standing, &code)?;
        let account = Account {
            company_id: Some(company.clone()),
            username: username.clone(),
            email: kept.email,
            display_name: kept.nama,
            password_hash: hash.clone(),
            identity_kind: kept.jenis_identitas,
            identity_number: kept.nomor_identitas,
            position: kept.jabatan,
            phone: kept.nomor_hp,
            language: kept.bahasa,
            admin: true,
            ..Account::blank(at.id(), Role::PenggunaJasa.word(), AccountState::Aktif, at.now())
        };
        insert(tx, &account)?;
        let body = json!({ "pendaftaran": link.registration_id });
        Note::new("akun.dibuka", &account.id, &account.id, Some(&company)).with(body).write(tx, &at)?;
        Ok::<_, Error>(())
    })
}

/// Adds an account, or says which name is taken; only the holder of a link gets here.
pub(super) fn insert(tx: &mut dyn Tx, account: &Account) -> Result<(), Error> {
    if accounts::by_username(tx, &account.username)?.is_some() {
        return Err(username_taken());
    }
    if accounts::insert(tx, account)? { Ok(()) } else { Err(email_taken()) }
}

pub(super) fn username_taken() -> Error {
    refuse(
        "username",
        "AKUN-16",
        "Nama pengguna ini sudah dipakai; pilih yang lain.",
        "This user name is taken; choose another.",
    )
}

pub(super) fn email_taken() -> Error {
    Error::Refused(Text::fixed(
        "Alamat e-mail ini sudah dipakai akun lain. Masuk dengan akun itu, atau gunakan Lupa Password.",
        "This e-mail address belongs to another account. Log in with that one, or ask for a new password.",
    ))
}

/// Six letters and digits for the company's nomor aju.
pub(super) fn company_code(app: &App) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    app.ports().ids.secret().iter().take(6).map(|b| char::from(LETTERS[usize::from(b % 32)])).collect()
}

fn company(app: &App, tx: &mut dyn Tx, kept: &Kept, standing: &CompanyStanding, code: &str) -> Result<String, Error> {
    if let Some(company) = companies::by_npwp(tx, &kept.npwp)? {
        if accounts::admins(tx, &company.id)?.is_empty() {
            return Ok(company.id);
        }
        return Err(Error::Refused(Text::fixed(
            "Perusahaan ini baru saja didaftarkan oleh orang lain; mintalah adminnya mengundang Anda.",
            "Somebody else has just registered this company; ask its administrator to invite you.",
        )));
    }
    let company = Company {
        id: app.id(),
        npwp: kept.npwp.clone(),
        nib: standing.nib.clone(),
        name: if standing.nama.is_empty() { kept.nama.clone() } else { standing.nama.clone() },
        address: standing.alamat.clone(),
        class: CompanyClass::Reguler,
        api_kind: standing.kode_jenis_api.clone(),
        blocked: "[]".into(),
        code: code.to_owned(),
        created: app.now(),
        version: 1,
        kind: kept.jenis.clone(),
        nitku: kept.nitku.clone(),
        refreshed: Some(app.now()),
    };
    if !companies::insert(tx, &company)? {
        return Err(Error::Broken("kode perusahaan sudah dipakai; coba lagi".into()));
    }
    Ok(company.id)
}
