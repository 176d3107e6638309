//! One mail a day instead of one for each notice: which documents moved, and where they stand.

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::json;
use store::declaration_lists::{self, Page, Scope};
use store::jobs::NewJob;
use store::{accounts, jobs};

use super::load::payload;
use super::{Held, Kind, Left};
use crate::ports::{Mail, PartnerFault};
use crate::reference::office_day;
use crate::{App, Error};

/// Most documents named in one digest; the portal has the rest.
const MOST: u32 = 200;
/// Hour of the day at which it goes out, western Indonesian time.
const HOUR: i64 = 17;
/// Western Indonesian time is so far ahead of UTC.
const WIB: i64 = 7;

#[derive(Deserialize)]
struct Reader {
    akun: String,
    sejak: Timestamp,
}

/// Enqueues today's digest for an account; the second notice of a day finds it there.
pub(super) fn ask(app: &App, account_id: &str) -> Result<(), Error> {
    let now = app.now();
    let due = due(now);
    let job = NewJob {
        id: app.id(),
        kind: Kind::Ringkas.word().to_owned(),
        key: Some(format!("ringkas:{account_id}:{}", office_day(due, "WIB"))),
        payload: json!({ "akun": account_id, "sejak": now }).to_string(),
        run_at: due,
        declaration_id: None,
    };
    app.db().write(move |tx| jobs::enqueue(tx, &job, now))?;
    Ok(())
}

/// The next time a digest goes out.
fn due(now: Timestamp) -> Timestamp {
    let hour = now.as_second().div_euclid(3_600) + WIB;
    let wait = (HOUR - 1 - hour.rem_euclid(24)).rem_euclid(24) * 3_600 + 3_600 - now.as_second().rem_euclid(3_600);
    now.saturating_add(SignedDuration::from_secs(wait)).unwrap_or(now)
}

/// Sends it: numbers and states, no figures and no names.
pub(super) fn mail(app: &App, held: &Held) -> Result<Left, Error> {
    let Reader { akun, sejak } = payload(held)?;
    let found = app.db().read(move |tx| {
        let Some(account) = accounts::by_id(tx, &akun)?.filter(|a| a.active) else { return Ok(None) };
        let Some(company) = account.company_id.clone() else { return Ok(None) };
        let page = Page { status: None, nomor_aju: None, below: None, limit: MOST };
        let list = declaration_lists::list(tx, &Scope::Company(company), &page)?;
        Ok::<_, Error>(Some((account, list)))
    })?;
    let Some((account, list)) = found else { return Ok(Left::Nothing) };
    let moved: Vec<String> = list
        .iter()
        .filter(|d| d.updated >= sejak)
        .map(|d| format!("- {}: {} {}", d.nomor_aju, d.kode_proses, d.status))
        .collect();
    if moved.is_empty() {
        return Ok(Left::Nothing);
    }
    let (count, lines, base) = (moved.len(), moved.join("\n"), &app.settings().base_url);
    let mail = Mail {
        to: account.email,
        subject: format!("Ringkasan harian: {count} dokumen bergerak"),
        body: format!(
            "{count} dokumen bergerak hari ini:\n\n{lines}\n\nBuka {base} untuk rinciannya.\n\n--\n\n\
             {count} documents moved today; open {base} for details.\n"
        ),
        id: held.job.id.clone(),
        html: None,
    };
    match app.ports().mailer.send(&mail) {
        Ok(()) => Ok(Left::Nothing),
        Err(fault @ PartnerFault::Refused { .. }) => {
            tracing::warn!(%fault, "digest refused");
            Ok(Left::Nothing)
        }
        Err(fault) => Ok(Left::Later(fault.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(now: &str, expect: &str) {
        assert_eq!(due(now.parse().unwrap()).to_string(), expect);
    }

    #[test]
    fn it_goes_out_at_five_in_the_afternoon_in_jakarta() {
        check("2026-03-02T01:00:00Z", "2026-03-02T10:00:00Z");
        check("2026-03-02T09:59:59Z", "2026-03-02T10:00:00Z");
        check("2026-03-02T10:00:00Z", "2026-03-03T10:00:00Z");
        check("2026-03-02T23:30:15Z", "2026-03-03T10:00:00Z");
    }
}
