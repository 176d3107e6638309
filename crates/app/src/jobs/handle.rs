//! Which handler does which kind of job.

use super::held::{Held, Kind, Left};
use super::{billing, digest, insw, manifest, notify, payment, terminal, validate};
use crate::{App, Error};

/// Does one job.
pub(super) fn handle(app: &App, held: &Held) -> Result<Left, Error> {
    if app.settings().h2h.sandbox && delayed(app, held)? {
        return Ok(Left::Later("ditunda di kotak pasir".into()));
    }
    match Kind::parse(&held.job.kind) {
        Some(Kind::Insw) => insw::ask(app, held),
        Some(Kind::Validasi) => validate::run(app, held),
        Some(Kind::Billing) => billing::create(app, held),
        Some(Kind::BatalBilling) => billing::withdraw(app, held),
        Some(Kind::Bayar) => payment::look(app, held),
        Some(Kind::Manifes) => manifest::match_up(app, held),
        Some(Kind::Posisi) => terminal::look(app, held),
        Some(Kind::Tps) => terminal::tell(app, held),
        Some(Kind::Kabar) => notify::mail(app, held),
        Some(Kind::Ringkas) => digest::mail(app, held),
        Some(Kind::Jalur) => manifest::draw(app, held),
        Some(Kind::Akun) => crate::account::work(app, held),
        Some(Kind::Webhook) => Ok(Left::Later("dikerjakan utas pemanggil".into())),
        Some(Kind::Impor) => crate::operate::import::run(app, held),
        None => Err(Error::Broken(format!("tidak ada pekerjaan bernama {}", held.job.kind))),
    }
}

/// Whether a tester wants this step to take longer.
fn delayed(app: &App, held: &Held) -> Result<bool, Error> {
    let Some(id) = held.job.declaration_id.clone() else { return Ok(false) };
    let (at, step, since) = (app.clone(), held.job.kind.clone(), held.job.created);
    let until = app.db().read(move |tx| crate::h2h::sandbox::not_before(tx, &at, &id, &step, since))?;
    Ok(until.is_some_and(|until| until > app.now()))
}
