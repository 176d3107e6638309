//! What a decision is given besides the state: the moment, the office's calendar, the parameters, the document.

use std::sync::Arc;

use declaration::Lodged;
use declaration::workflow::{Calendar, Context, Zona};
use jiff::Timestamp;
use kernel::{Date, KodeKantor};

use crate::reference::{Day, office_day};
use crate::{App, Error};

/// The surroundings of one decision, gathered before its transaction.
#[derive(Clone)]
pub(crate) struct Env {
    /// Now.
    pub now: Timestamp,
    /// Reference data of the day at the office.
    pub day: Arc<Day>,
    /// The document as lodged, when the caller has it.
    pub lodged: Option<Arc<Lodged>>,
    calendar: Arc<Calendar>,
}

impl Env {
    /// The surroundings at `office`; an unknown office works by western Indonesian time.
    pub fn of(app: &App, office: Option<KodeKantor>, lodged: Option<Arc<Lodged>>) -> Result<Self, Error> {
        let now = app.now();
        let first = app.current().day(app.db(), now, office_day(now, "WIB"))?;
        let kantor = office
            .and_then(|k| first.snapshot.kantor(k.as_str()).map(|k| (k.zona_waktu().to_owned(), k.layanan_24_jam())));
        let (zone, nonstop) = kantor.unwrap_or_else(|| ("WIB".to_owned(), false));
        let today = office_day(now, &zone);
        let day = if first.today == today { first } else { app.current().day(app.db(), now, today)? };
        let calendar = calendar(&day, office, Zona::parse(&zone).unwrap_or(Zona::Wib), nonstop);
        Ok(Self { now, day, lodged, calendar: Arc::new(calendar) })
    }

    /// What the workflow looks at.
    pub fn context(&self) -> Context<'_> {
        Context { now: self.now, calendar: &self.calendar, params: &self.day.workflow }
    }

    /// Version of the reference data in force.
    pub fn reference_version(&self) -> u32 {
        u32::try_from(self.day.snapshot.version()).unwrap_or(u32::MAX)
    }

    /// Today at the office.
    pub fn today(&self) -> Date {
        self.day.today
    }
}

/// The office's calendar: public holidays, its own closed days, its hours.
fn calendar(day: &Day, office: Option<KodeKantor>, zone: Zona, nonstop: bool) -> Calendar {
    let Some(office) = office else { return Calendar::new(zone, nonstop, day.holidays.clone()) };
    let hours = day.hours(office.as_str());
    let closed = day.holidays.iter().chain(&hours.closed).copied().collect();
    let plain = Calendar::new(zone, nonstop, closed);
    // `Day::hours` never gives reversed hours.
    plain.clone().with_hours(hours.open, hours.close).unwrap_or(plain)
}
