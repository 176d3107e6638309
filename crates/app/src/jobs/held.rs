//! Kinds of jobs, who holds one, and how it can be left.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::jobs::Job;

/// Kinds of jobs; the word is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// Ask INSW.
    Insw,
    /// Validate.
    Validasi,
    /// Make a billing code.
    Billing,
    /// Withdraw a billing code.
    BatalBilling,
    /// Look for the payment.
    Bayar,
    /// Match the manifest.
    Manifes,
    /// Look whether the goods are stored, pulled or gone.
    Posisi,
    /// Tell the terminal.
    Tps,
    /// Tell the declarant by mail.
    Kabar,
    /// Tell a user once a day.
    Ringkas,
    /// Draw the channel.
    Jalur,
    /// What follows from a request about an account, mostly a mail.
    Akun,
    /// Call a receiver of webhooks; done by threads of its own.
    Webhook,
    /// Import reference data that a second operator approved.
    Impor,
}

impl Kind {
    const ALL: [(Self, &'static str); 14] = [
        (Self::Insw, "insw"),
        (Self::Validasi, "validasi"),
        (Self::Billing, "billing"),
        (Self::BatalBilling, "batal_billing"),
        (Self::Bayar, "bayar"),
        (Self::Manifes, "manifes"),
        (Self::Posisi, "posisi"),
        (Self::Tps, "tps"),
        (Self::Kabar, "kabar"),
        (Self::Ringkas, "ringkas"),
        (Self::Jalur, "jalur"),
        (Self::Akun, "akun"),
        (Self::Webhook, "webhook"),
        (Self::Impor, "impor"),
    ];

    /// The stored word.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == word).map(|(kind, _)| *kind)
    }
}

/// A claimed job and who holds it.
pub(crate) struct Held {
    /// The job.
    pub job: Job,
    /// Holder of its lease.
    pub owner: String,
}

/// How a handler leaves its job.
pub(crate) enum Left {
    /// Completed inside the handler's transaction.
    Completed,
    /// Nothing was written; complete it now.
    Nothing,
    /// Look again later; not a failure. With the reason, for the operator.
    Later(String),
}

/// When a job that waits looks again: after a quarter of the time since it was enqueued, between 2 and 60 seconds, so
/// that what comes soon is seen soon and what takes days is not asked for all the time.
pub(crate) fn next_look(now: Timestamp, enqueued: Timestamp) -> Timestamp {
    let seconds = (now.duration_since(enqueued).as_secs() / 4).clamp(2, 60);
    now.saturating_add(SignedDuration::from_secs(seconds)).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_waiting_job_looks_less_and_less_often() {
        let enqueued = Timestamp::UNIX_EPOCH;
        let pause = |age: i64| {
            let now = enqueued + SignedDuration::from_secs(age);
            next_look(now, enqueued).duration_since(now).as_secs()
        };
        assert_eq!([0, 5, 12, 100, 239, 86_400].map(pause), [2, 2, 3, 25, 59, 60]);
    }
}
