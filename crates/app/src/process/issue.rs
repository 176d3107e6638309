//! Letters: what they will print is frozen when the event happens; the page is set when somebody asks for it.

use declaration::workflow::{Event, Fact, State, StatusBilling};
use store::respon::Respon;
use store::{Tx, counters, frozen, respon};

use super::advance::{Extras, Turn};
use crate::Error;
use crate::letter::{self, Issue, LetterState};

/// A letter that an event issues.
pub(super) struct Pending {
    kode_respon: &'static str,
    event: Event,
    state: LetterState,
}

impl Pending {
    /// Keeps what the letter needs of the moment.
    pub fn new(kode_respon: &'static str, event: &Event, state: &State) -> Self {
        Self { kode_respon, event: event.clone(), state: LetterState::of(state) }
    }
}

impl Turn<'_> {
    /// Numbers and stores the letters, last in the transaction; a newer letter supersedes those that no longer count
    /// because of it. Gives back their codes and ids.
    pub(super) fn issue(
        &mut self,
        tx: &mut dyn Tx,
        pending: Vec<Pending>,
        extras: &Extras,
    ) -> Result<Vec<(&'static str, String)>, Error> {
        let mut issued = Vec::new();
        if pending.is_empty() {
            return Ok(issued);
        }
        let revision = frozen::latest(tx, &self.row.id)?.map_or(0, |f| f.revision);
        let tag = self.env.day.snapshot.kantor(&self.row.kode_kantor).map(|k| k.tag_surat().into_owned());
        let tag = tag.unwrap_or_else(|| format!("KBC.{}", self.row.kode_kantor.get(..4).unwrap_or("0000")));
        let year = self.env.today().year();
        for letter in pending {
            let issue = Issue {
                kode_respon: letter.kode_respon.to_owned(),
                event: letter.event,
                state: letter.state,
                revision,
                reference_version: self.env.reference_version(),
                today: self.env.today(),
                instalasi: self.app.settings().name.clone(),
                base_url: self.app.settings().base_url.clone(),
                extra: extras.0.get(letter.kode_respon).cloned().unwrap_or_default(),
            };
            let earlier = replaced(tx, &self.row.id, &issue)?;
            let series = format!("respon/{}/{year}", self.row.kode_kantor);
            let number = counters::next_number(tx, &series)?;
            let id = self.app.id();
            let row = Respon {
                id: id.clone(),
                declaration_id: self.row.id.clone(),
                seri: Some(series),
                kode_respon: letter.kode_respon.to_owned(),
                nomor_respon: Some(format!("{number:06}/{tag}/{year}")),
                at: self.env.now,
                title: letter::title(letter.kode_respon).1.to_owned(),
                pesan: serde_json::to_string(&letter::messages(&issue)).map_err(|e| Error::Broken(e.to_string()))?,
                data: serde_json::to_string(&issue).map_err(|e| Error::Broken(e.to_string()))?,
                superseded_by: None,
                verify_code: crate::publik::code(&self.app.ports().ids.secret()),
            };
            respon::insert(tx, &row)?;
            self.told.letter(&row);
            for earlier in earlier {
                respon::supersede(tx, &earlier, &id)?;
            }
            issued.push((letter.kode_respon, id));
        }
        Ok(issued)
    }

    /// The event that was recorded last.
    pub(super) fn last_event(&self, tx: &mut dyn Tx) -> Result<Option<Event>, Error> {
        let after = self.state.peristiwa.saturating_sub(8);
        let rows = store::events::load(tx, &self.row.id, after, 16)?;
        let paid = rows
            .into_iter()
            .rev()
            .find(|e| matches!(e.jenis.as_str(), "payment_verified" | "sptnp_paid" | "amendment_paid"));
        paid.map(|e| serde_json::from_str(&e.body).map_err(|e| Error::Broken(e.to_string()))).transpose()
    }
}

/// The earlier letters that no longer count once this one is out.
fn replaced(tx: &mut dyn Tx, declaration_id: &str, issue: &Issue) -> Result<Vec<String>, Error> {
    match issue.kode_respon.as_str() {
        // Each stands for something that happened once: a payment, a handing in, a question, a decision on a request.
        letter::BPN | "2009" | "2010" | "2011" | "2013" | "2015" | "2021" | "2023" | "2027" | "2090" => Ok(Vec::new()),
        kode @ ("2020" | "2028") => {
            let mut old = respon::of_declaration(tx, declaration_id)?;
            old.retain(|letter| letter.kode_respon == kode && letter.superseded_by.is_none());
            let same = |letter: &Respon| serde_json::from_str(&letter.data).is_ok_and(|old| same_debt(issue, &old));
            Ok(old.into_iter().filter(same).map(|letter| letter.id).collect())
        }
        kode => Ok(respon::latest(tx, declaration_id, kode)?.into_iter().map(|letter| letter.id).collect()),
    }
}

/// A new code stands for the debt of an older one that was never paid; what was paid stays a bill of its own.
fn same_debt(new: &Issue, old: &Issue) -> bool {
    let (Fact::BillingIssued { untuk, .. }, Fact::BillingIssued { untuk: before, kode, .. }) =
        (&new.event.isi, &old.event.isi)
    else {
        return false;
    };
    let paid = |kode| new.state.billing.iter().any(|b| b.kode == Some(kode) && b.status == StatusBilling::Lunas);
    untuk == before && !paid(*kode)
}

#[cfg(test)]
mod tests {
    use declaration::workflow::{Actor, Billing, Untuk};
    use kernel::Rupiah;

    use super::*;

    /// The letter of a code, with what its debts stand at when it is issued.
    fn bill(kode: &str, untuk: Untuk, billing: &[(&str, StatusBilling)]) -> Issue {
        let sampai = "2026-03-11T17:00:00Z".parse().unwrap();
        let isi = Fact::BillingIssued { untuk, urutan: 1, kode: kode.parse().unwrap(), nilai: Rupiah(1_000), sampai };
        let known = |(kode, status): &(&str, StatusBilling)| Billing {
            untuk,
            urutan: 1,
            nilai: Rupiah(1_000),
            status: *status,
            sejak: sampai,
            kode: Some(kode.parse().unwrap()),
            sampai: Some(sampai),
        };
        Issue {
            kode_respon: "2020".to_owned(),
            event: Event { waktu: sampai, oleh: Actor::system(), isi },
            state: LetterState { billing: billing.iter().map(known).collect(), ..LetterState::default() },
            revision: 1,
            reference_version: 1,
            today: kernel::Date::constant(2026, 3, 6),
            instalasi: String::new(),
            base_url: String::new(),
            extra: serde_json::Value::Null,
        }
    }

    #[test]
    fn a_bill_replaces_only_an_unpaid_one_for_the_same_debt() {
        let (first, second) = ("420260306000001", "420260306000002");
        let lapsed = [(first, StatusBilling::Kedaluwarsa), (second, StatusBilling::Aktif)];
        let paid = [(first, StatusBilling::Lunas), (second, StatusBilling::Aktif)];
        assert!(same_debt(&bill(second, Untuk::Pib, &lapsed), &bill(first, Untuk::Pib, &[])));
        assert!(!same_debt(&bill(second, Untuk::Perbaikan, &lapsed), &bill(first, Untuk::Pib, &[])));
        assert!(!same_debt(&bill(second, Untuk::Perbaikan, &paid), &bill(first, Untuk::Perbaikan, &[])));
    }
}
