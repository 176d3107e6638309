//! The name that a page shows beside its user.

use store::companies;

use crate::access::Actor;
use crate::{App, Error};

/// Name of the actor's company; none for officers and the operator.
pub fn name(app: &App, actor: &Actor) -> Result<Option<String>, Error> {
    match actor.company_id.clone() {
        Some(id) => Ok(app.db().read(move |tx| companies::by_id(tx, &id))?.map(|company| company.name)),
        None => Ok(None),
    }
}
