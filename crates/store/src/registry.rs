//! Every statement of the program.

use crate::Sql;

/// All statements by area, so that a test can prepare each of them on both engines.
pub fn statements() -> Vec<(&'static str, Sql<'static>)> {
    let areas: Vec<(&'static str, &'static [Sql<'static>])> = vec![
        ("accounts", crate::accounts::ALL),
        ("amendments", crate::amendments::ALL),
        ("approvals", crate::approvals::ALL),
        ("attachments", crate::attachments::ALL),
        ("audit", crate::audit::ALL),
        ("billing", crate::billing::ALL),
        ("blobs", crate::blobs::ALL),
        ("companies", crate::companies::ALL),
        ("counters", crate::counters::ALL),
        ("declaration_lists", crate::declaration_lists::ALL),
        ("declarations", crate::declarations::ALL),
        ("desk", crate::desk::ALL),
        ("events", crate::events::ALL),
        ("factors", crate::factors::ALL),
        ("feed", crate::feed::ALL),
        ("frozen", crate::frozen::ALL),
        ("idempotency", crate::idempotency::ALL),
        ("jobs", crate::jobs::ALL),
        ("kuasa", crate::kuasa::ALL),
        ("links", crate::links::ALL),
        ("mails", crate::mails::ALL),
        ("manifest", crate::manifest::ALL),
        ("migrations", crate::migrations::ALL),
        ("draft_files", crate::draft_files::ALL),
        ("notices", crate::notices::ALL),
        ("parts", crate::parts::ALL),
        ("passkeys", crate::passkeys::ALL),
        ("quotas", crate::quotas::ALL),
        ("rates", crate::rates::ALL),
        ("reference", crate::reference::ALL),
        ("registrations", crate::registrations::ALL),
        ("respon", crate::respon::ALL),
        ("sandbox", crate::sandbox::ALL),
        ("saved_views", crate::saved_views::ALL),
        ("sessions", crate::sessions::ALL),
        ("tasks", crate::tasks::ALL),
        ("throttle", crate::throttle::ALL),
        ("tokens", crate::tokens::ALL),
        ("webhooks", crate::webhooks::ALL),
        ("trader_list", crate::trader_list::ALL),
    ];
    areas.into_iter().flat_map(|(area, all)| all.iter().map(move |sql| (area, *sql))).collect()
}
