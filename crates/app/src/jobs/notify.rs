//! Mail to the declarant: the document's number and what happened, no figures and no names. Each user says whether he
//! wants one for every notice, one a day, or none.

use kernel::Text;
use serde::Deserialize;
use store::accounts;

use super::load::{load, payload};
use super::{Held, Left, digest};
use crate::account::profile::Kabar;
use crate::ports::{Mail, PartnerFault};
use crate::{App, Error};

/// Most recipients of one notice.
const MOST: u32 = 20;

#[derive(Deserialize)]
struct Notice {
    hal: Text,
}

/// Sends one notice to the users of the importer and of its broker.
pub(super) fn mail(app: &App, held: &Held) -> Result<Left, Error> {
    let Notice { hal } = payload(held)?;
    let loaded = load(app, held)?;
    let companies = [Some(loaded.row.company_id.clone()), loaded.row.ppjk_id.clone()];
    let users = app.db().read(move |tx| {
        let mut users = Vec::new();
        for company in companies.iter().flatten() {
            users.extend(accounts::of_company(tx, company, MOST)?);
        }
        Ok::<_, Error>(users)
    })?;
    for (n, user) in users.into_iter().filter(|u| u.active && u.email.contains('@')).enumerate() {
        match Kabar::parse(&user.notify).unwrap_or(Kabar::Surat) {
            Kabar::Surat => {}
            Kabar::Ringkas => {
                digest::ask(app, &user.id)?;
                continue;
            }
            Kabar::Tidak => continue,
        }
        let mail = Mail {
            to: user.email,
            subject: format!("{} – {}", hal.id, loaded.row.nomor_aju),
            body: format!(
                "{}: dokumen {}.\nBuka {} untuk melihat status dan suratnya.\n\n{}: document {}.\n",
                hal.id,
                loaded.row.nomor_aju,
                app.settings().base_url,
                hal.en,
                loaded.row.nomor_aju
            ),
            id: format!("{}-{n}", held.job.id),
            html: None,
        };
        match app.ports().mailer.send(&mail) {
            Ok(()) => {}
            Err(fault @ PartnerFault::Refused { .. }) => tracing::warn!(%fault, "mail refused"),
            Err(fault) => {
                return Ok(Left::Later(fault.to_string()));
            }
        }
    }
    Ok(Left::Nothing)
}
