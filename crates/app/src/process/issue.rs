//! Letters: what they will print is frozen when the event happens; the page is set when somebody asks for it.

use declaration::workflow::{Event, State};
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
    /// Numbers and stores the letters, last in the transaction; a newer letter of the same kind supersedes the older.
    /// Gives back their codes and ids.
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
            let earlier = respon::latest(tx, &self.row.id, letter.kode_respon)?;
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
            if let Some(earlier) = earlier {
                respon::supersede(tx, &earlier.id, &id)?;
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
