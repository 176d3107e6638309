//! The tax exchange rate of a day.

use kernel::{Date, Decimal};

use super::office_day;
use crate::access::{Actor, UseCase};
use crate::{App, Error};

/// A rate as clients see it.
#[derive(Debug, Clone)]
pub struct Rate {
    /// Currency.
    pub valuta: String,
    /// Rupiah for one unit.
    pub nilai: Decimal,
    /// First day.
    pub dari: Date,
    /// Last day.
    pub sampai: Date,
    /// Decree, empty when unknown.
    pub kmk: String,
    /// A sample, not a decreed rate.
    pub contoh: bool,
}

/// The rate of `valuta` on `day`, or today.
pub fn kurs(app: &App, actor: &Actor, valuta: &str, day: Option<Date>) -> Result<Option<Rate>, Error> {
    actor.may(UseCase::ReadReference)?;
    let now = app.now();
    let today = app.current().day(app.db(), now, office_day(now, "WIB"))?;
    let valuta = valuta.trim().to_uppercase();
    Ok(today.snapshot.kurs(&valuta, day.unwrap_or(today.today)).map(|rate| Rate {
        valuta: rate.valuta.to_owned(),
        nilai: rate.nilai,
        dari: rate.dari,
        sampai: rate.sampai,
        kmk: rate.kmk.to_owned(),
        contoh: rate.contoh,
    }))
}
