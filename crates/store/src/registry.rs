//! Every statement of the program.

use crate::Sql;

/// All statements by area, so that a test can prepare each of them on both engines.
pub fn statements() -> Vec<(&'static str, Sql<'static>)> {
    let areas: [(&str, &[Sql<'static>]); 28] = [
        ("accounts", crate::accounts::ALL),
        ("approvals", crate::approvals::ALL),
        ("audit", crate::audit::ALL),
        ("billing", crate::billing::ALL),
        ("blobs", crate::blobs::ALL),
        ("companies", crate::companies::ALL),
        ("counters", crate::counters::ALL),
        ("declaration_lists", crate::declaration_lists::ALL),
        ("declarations", crate::declarations::ALL),
        ("events", crate::events::ALL),
        ("factors", crate::factors::ALL),
        ("frozen", crate::frozen::ALL),
        ("idempotency", crate::idempotency::ALL),
        ("jobs", crate::jobs::ALL),
        ("kuasa", crate::kuasa::ALL),
        ("links", crate::links::ALL),
        ("mails", crate::mails::ALL),
        ("manifest", crate::manifest::ALL),
        ("migrations", crate::migrations::ALL),
        ("parts", crate::parts::ALL),
        ("quotas", crate::quotas::ALL),
        ("reference", crate::reference::ALL),
        ("registrations", crate::registrations::ALL),
        ("respon", crate::respon::ALL),
        ("sessions", crate::sessions::ALL),
        ("tasks", crate::tasks::ALL),
        ("throttle", crate::throttle::ALL),
        ("tokens", crate::tokens::ALL),
    ];
    areas.into_iter().flat_map(|(area, all)| all.iter().map(move |sql| (area, *sql))).collect()
}
