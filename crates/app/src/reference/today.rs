//! The reference data of today, for searching in lists.

use std::sync::Arc;

use super::{Day, office_day};
use crate::access::{Actor, UseCase};
use crate::{App, Error};

/// The reference data in force today.
pub fn today(app: &App, actor: &Actor) -> Result<Arc<Day>, Error> {
    actor.may(UseCase::ReadReference)?;
    let now = app.now();
    app.current().day(app.db(), now, office_day(now, "WIB"))
}
