//! Beranda: what needs the reader now, where his documents are, how long the steps took this week.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use kernel::Text;
use store::trader_list::{self, Happened, Wanted};
use store::{Reach, companies};

use super::list::{listed, scope};
use super::{Group, Listed, Offices};
use crate::access::{Actor, UseCase};
use crate::reference::office_day;
use crate::{App, Error};

/// Documents that need the reader, at most.
const MOST: u32 = 10;

/// A step that is measured: begins with the first event, ends with the second one.
static STEPS: [(&[&str], &[&str], Text); 6] = [
    (&["sent_to_insw"], &["insw_analysed", "returned_for_licence"], Text::fixed("Analisis INSW", "INSW analysis")),
    (&["validation_queued"], &["accepted", "rejected"], Text::fixed("Validasi", "Validation")),
    (&["billing_requested"], &["billing_issued"], Text::fixed("Pembuatan billing", "Billing code")),
    (&["billing_issued"], &["payment_verified"], Text::fixed("Pembayaran", "Payment")),
    (
        &["payment_verified", "manifest_awaited"],
        &["numbered"],
        Text::fixed("Penjaluran dan nomor", "Channel and number"),
    ),
    (&["numbered"], &["released"], Text::fixed("Nomor sampai SPPB", "Number to release")),
];

/// The median of one step.
#[derive(Debug, Clone)]
pub struct Median {
    /// Step.
    pub name: Text,
    /// Median, seconds.
    pub seconds: i64,
    /// How many documents took it.
    pub count: usize,
}

/// A broker's client.
#[derive(Debug, Clone)]
pub struct ClientCount {
    /// Company.
    pub company_id: String,
    /// Its name.
    pub nama: String,
    /// Documents.
    pub documents: i64,
    /// Those that wait for the broker or the client.
    pub waiting: i64,
}

/// The main page of a trader.
#[derive(Debug, Clone)]
pub struct Overview {
    /// What needs the reader, next deadline first.
    pub mine: Vec<Listed>,
    /// How many documents wait for him in all.
    pub waiting: i64,
    /// How many documents are in which group.
    pub groups: Vec<(Group, i64)>,
    /// The steps of the last seven days.
    pub medians: Vec<Median>,
    /// A broker's clients.
    pub clients: Vec<ClientCount>,
    /// Now.
    pub now: Timestamp,
}

/// Reads it.
pub fn overview(app: &App, actor: &Actor) -> Result<Overview, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let company = actor.company()?.to_owned();
    let (now, today) = (app.now(), office_day(app.now(), "WIB"));
    let week = now.saturating_sub(SignedDuration::from_hours(24 * 7)).unwrap_or(now);
    let who = actor.clone();
    let read = app.db().read(move |tx| {
        let mut clients = Vec::new();
        for (id, documents, waiting) in trader_list::by_client(tx, &company, today)? {
            let nama = companies::by_id(tx, &id)?.map(|c| c.name).unwrap_or_default();
            clients.push(ClientCount { company_id: id, nama, documents, waiting });
        }
        tx.narrow(Reach::Company(&company))?;
        let mut wanted = Wanted::all(&company, today);
        scope(&mut wanted, &who);
        let mine = trader_list::mine(tx, &wanted, MOST)?;
        let states = trader_list::by_state(tx, &wanted)?;
        wanted.turn = Some(",importir,ppjk,".to_owned());
        let waiting = trader_list::count(tx, &wanted)?;
        let history = trader_list::histories(tx, &company, today, week)?;
        Ok::<_, Error>((mine, waiting, states, history, clients))
    })?;
    let (mine, waiting, states, history, clients) = read;
    let mut offices = Offices::new(app);
    let own = actor.company_id.clone().unwrap_or_default();
    let mine = mine.iter().map(|row| listed(&mut offices, row, &own, None)).collect::<Result<_, Error>>()?;
    let mut groups: BTreeMap<Group, i64> = BTreeMap::new();
    for (state, count) in states {
        *groups.entry(Group::of_word(&state)).or_default() += count;
    }
    Ok(Overview { mine, waiting, groups: groups.into_iter().collect(), medians: medians(&history), clients, now })
}

/// The median of each step, over all documents; steps that nobody took are left out.
fn medians(history: &[Happened]) -> Vec<Median> {
    let mut took: Vec<Vec<i64>> = STEPS.iter().map(|_| Vec::new()).collect();
    for document in history.chunk_by(|a, b| a.declaration_id == b.declaration_id) {
        for ((from, to, _), took) in STEPS.iter().zip(&mut took) {
            let mut begun = None;
            for event in document {
                let jenis = event.jenis.as_str();
                if let Some(start) = begun.filter(|_| to.contains(&jenis)) {
                    took.push(event.at.duration_since(start).as_secs());
                    begun = None;
                } else if from.contains(&jenis) && begun.is_none() {
                    begun = Some(event.at);
                }
            }
        }
    }
    let rows = STEPS.iter().zip(took).filter(|(_, took)| !took.is_empty());
    rows.map(|((.., name), mut took)| {
        took.sort_unstable();
        let seconds = took.get(took.len() / 2).copied().unwrap_or_default();
        Median { name: name.clone(), seconds, count: took.len() }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_counts_each_passage_once() {
        let at = |id: &str, jenis: &str, second: i64| Happened {
            declaration_id: id.into(),
            jenis: jenis.into(),
            at: Timestamp::from_second(second).unwrap(),
        };
        let mut history = Vec::new();
        for (id, took) in [("a", 10), ("b", 30), ("c", 90)] {
            history.extend([at(id, "sent_to_insw", 0), at(id, "insw_analysed", took), at(id, "released", 999)]);
        }
        // A second sending of the same document is a passage of its own.
        history.extend([at("c", "sent_to_insw", 100), at("c", "returned_for_licence", 101)]);
        let found = medians(&history);
        assert_eq!((found.len(), found[0].seconds, found[0].count), (1, 30, 4));
        assert!(medians(&[]).is_empty());
    }
}
