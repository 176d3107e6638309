//! Mail to the declarant: the document's number and what happened, no figures and no names. Each user says whether he
//! wants one for every notice, one a day, or none.

use kernel::Text;
use serde::Deserialize;
use store::accounts::{self, Account};

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

/// The mail to one user, his language first.
fn notice(hal: &Text, nomor_aju: &str, app: &App, user: Account, id: String) -> Mail {
    let base = &app.settings().base_url;
    let indonesian = format!(
        "{}: dokumen {nomor_aju}.\nBuka {base}/dokumen/{nomor_aju}/status untuk melihat status dan suratnya.\n",
        hal.id
    );
    let english = format!(
        "{}: document {nomor_aju}.\nOpen {base}/dokumen/{nomor_aju}/status for its status and letters.\n",
        hal.en
    );
    let (subject, body) = match user.language.as_str() {
        "en" => (&hal.en, format!("{english}\n--\n\n{indonesian}")),
        _ => (&hal.id, format!("{indonesian}\n--\n\n{english}")),
    };
    Mail { to: user.email, subject: format!("{subject} – {nomor_aju}"), body, id, html: None }
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
                digest::ask(app, &user.id, held.job.created)?;
                continue;
            }
            Kabar::Tidak => continue,
        }
        let mail = notice(&hal, &loaded.row.nomor_aju, app, user, format!("{}-{n}", held.job.id));
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
