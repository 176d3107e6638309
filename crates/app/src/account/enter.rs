//! Logging in: the password, then the second factor; and proving again who one is.

use serde_json::json;
use store::accounts;
use store::sessions::{self, Session, SessionStep};

use super::limit::{FACTOR, Origin};
use super::login::check;
use super::note::Note;
use super::passkey::{self, Answer};
use super::session::{self, Opened};
use super::tokens::after;
use super::{digest, factor};
use crate::{App, Error};

/// Logs in with user name and password; what still misses stands in the answer.
pub fn login(app: &App, username: &str, password: &str, origin: &Origin) -> Result<Opened, Error> {
    let account = check(app, username, password, origin)?;
    let (now, secret) = (app.now(), session::secret(app));
    let session = Session {
        hash: digest(&secret),
        id: app.id(),
        account_id: account.id.clone(),
        step: SessionStep::Faktor,
        address: origin.shown(),
        agent: origin.program(),
        client_id: None,
        pending: None,
        fresh: Some(now),
        created: now,
        seen: now,
        expires: after(now, app.settings().session_hours * 3_600)?,
        ended: None,
    };
    let at = app.clone();
    let session = app.db().write(move |tx| {
        let step = match (session::has_factor(tx, &account)?, session::must_have_factor(&at, &account)) {
            (true, _) => SessionStep::Faktor,
            (false, true) => SessionStep::Daftar,
            (false, false) => SessionStep::Selesai,
        };
        let session = Session { step, ..session.clone() };
        sessions::insert(tx, &session)?;
        accounts::note_login(tx, &account.id, now)?;
        Note::new("akun.masuk", &account.id, &account.id, account.company_id.as_deref())
            .with(json!({ "alamat": session.address, "langkah": session.step.as_str() }))
            .write(tx, &at)?;
        Ok::<_, Error>(session)
    })?;
    Ok(session::opened(app, secret, &session))
}

/// Passes the second factor with a code of the application or a recovery code; the cookie is a new one.
pub fn factor(app: &App, secret: &str, code: &str, origin: &Origin) -> Result<Opened, Error> {
    prove(app, secret, SessionStep::Faktor, origin, Proof::Code(code.to_owned()))
}

/// Proves again who one is, by password or by a code; the cookie is a new one and sensitive acts pass for five minutes.
pub fn reauthenticate(app: &App, secret: &str, proof: &str, origin: &Origin) -> Result<Opened, Error> {
    let (at, cookie) = (app.clone(), secret.to_owned());
    let (_, account) = app.db().read(move |tx| session::find(tx, &at, &cookie))?;
    let by_password = proof.len() <= 1_000 && app.passwords().verify(proof, Some(&account.password_hash));
    let proof = if by_password { Proof::Password } else { Proof::Code(proof.chars().take(40).collect()) };
    prove(app, secret, SessionStep::Selesai, origin, proof)
}

/// What a browser asks an authenticator at the log-in; none when the account has no passkey.
pub fn key_request(app: &App, secret: &str) -> Result<Option<String>, Error> {
    let (at, cookie) = (app.clone(), secret.to_owned());
    app.db().read(move |tx| {
        let (session, account) = session::find(tx, &at, &cookie)?;
        if session.step != SessionStep::Faktor {
            return Err(Error::Unauthenticated);
        }
        passkey::request(tx, &at, &account, &cookie)
    })
}

/// Passes the second factor with a passkey: `answer` is what the browser gave. The cookie is a new one.
pub fn key(app: &App, secret: &str, answer: &str, origin: &Origin) -> Result<Opened, Error> {
    prove(app, secret, SessionStep::Faktor, origin, Proof::Key(passkey::read_answer(answer)))
}

/// What is offered as a proof.
enum Proof {
    /// The password, which was right.
    Password,
    /// Code of the application, or recovery code.
    Code(String),
    /// What an authenticator signed; none when it cannot be read.
    Key(Option<Answer>),
}

/// Accepts or refuses a proof; tries are counted per account and address, the refused ones too.
fn prove(app: &App, secret: &str, from: SessionStep, origin: &Origin, proof: Proof) -> Result<Opened, Error> {
    let (at, cookie, place) = (app.clone(), secret.to_owned(), origin.place());
    let accepted = app.db().write(move |tx| {
        let (session, account) = session::find(tx, &at, &cookie)?;
        if session.step != from {
            return Err(Error::Unauthenticated);
        }
        FACTOR.demand(tx, &format!("{}\n{place}", account.id), at.now())?;
        let accepted = match &proof {
            Proof::Password => true,
            Proof::Code(code) => factor::accept(tx, &at, &account, code)?,
            Proof::Key(answer) => match answer {
                Some(answer) => passkey::accept(tx, &at, &account, &cookie, answer)?,
                None => false,
            },
        };
        if !accepted {
            Note::new("akun.faktor.gagal", &account.id, &account.id, account.company_id.as_deref()).write(tx, &at)?;
        }
        Ok(accepted)
    })?;
    app.bell().ring();
    if !accepted {
        return Err(Error::BadCredentials);
    }
    session::renew(app, secret, |session, now| {
        session.step = SessionStep::Selesai;
        session.fresh = Some(now);
    })
}
