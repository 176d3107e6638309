//! One mail a day instead of one for each notice: which documents moved, and where they stand.

use declaration::workflow::Stage;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::json;
use store::jobs::NewJob;
use store::trader_list::{self, Order, Wanted};
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

/// Enqueues today's digest for an account; the second notice of a day finds it there. It looks back to `since`, when what
/// the first notice tells of happened.
pub(super) fn ask(app: &App, account_id: &str, since: Timestamp) -> Result<(), Error> {
    let now = app.now();
    let due = due(now);
    let job = NewJob {
        id: app.id(),
        kind: Kind::Ringkas.word().to_owned(),
        key: Some(format!("ringkas:{account_id}:{}", office_day(due, "WIB"))),
        payload: json!({ "akun": account_id, "sejak": since }).to_string(),
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
    let today = office_day(app.now(), "WIB");
    let found = app.db().read(move |tx| {
        let Some(account) = accounts::by_id(tx, &akun)?.filter(|a| a.active) else { return Ok(None) };
        let Some(company) = account.company_id.clone() else { return Ok(None) };
        // A broker whose power of attorney has ended is told nothing more of that client.
        let wanted = Wanted { since: Some(sejak), ..Wanted::all(&company, today) };
        let list = trader_list::page(tx, &wanted, (Order::Changed, true), (0, MOST))?;
        Ok::<_, Error>(Some((account, list)))
    })?;
    let Some((account, list)) = found else { return Ok(Left::Nothing) };
    let moved: Vec<String> = list
        .iter()
        .filter(|d| d.updated >= sejak)
        .map(|d| format!("- {}: {}", d.nomor_aju, stage(&d.status)))
        .collect();
    if moved.is_empty() {
        return Ok(Left::Nothing);
    }
    let (count, lines, base) = (moved.len(), moved.join("\n"), &app.settings().base_url);
    let english = account.language == "en";
    let (head, foot) = if english {
        (format!("Daily digest: {count} documents moved"), format!("{count} dokumen bergerak hari ini; buka {base}."))
    } else {
        (format!("Ringkasan harian: {count} dokumen bergerak"), format!("{count} documents moved today; open {base}."))
    };
    let open = if english { "Open" } else { "Buka" };
    let mail = Mail {
        to: account.email,
        body: format!("{head}\n\n{lines}\n\n{open}: {base}\n\n--\n\n{foot}\n"),
        subject: head,
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

/// The name of a stored state.
fn stage(word: &str) -> String {
    let stage = serde_json::from_value::<Stage>(word.into()).unwrap_or_default();
    stage.label().id.into_owned()
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
