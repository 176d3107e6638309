//! Documents that a new one may be copied from.

use declaration::workflow::Stage;
use jiff::Timestamp;
use store::Reach;
use store::declaration_lists::{self, Page, Scope};

use super::open::state_of;
use crate::access::{Actor, UseCase};
use crate::declaration::sees;
use crate::{App, Error};

/// One document of the company for which the actor records now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Its number.
    pub nomor_aju: String,
    /// Where it stands.
    pub stage: Stage,
    /// Last change.
    pub updated: Timestamp,
}

/// The documents that were changed last, at most `most`.
pub fn earlier(app: &App, actor: &Actor, most: u32) -> Result<Vec<Earlier>, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (company, subject) = (actor.company()?.to_owned(), actor.subject_company()?.to_owned());
    let who = actor.clone();
    app.db().read(move |tx| {
        tx.narrow(Reach::Company(&company))?;
        let page = Page { status: None, nomor_aju: None, below: None, limit: LOOKED_AT };
        let rows = declaration_lists::list(tx, &Scope::Company(company.clone()), &page)?;
        let mine = rows.iter().filter(|row| row.company_id == subject && sees(&who, row));
        mine.take(most as usize)
            .map(|row| {
                Ok(Earlier { nomor_aju: row.nomor_aju.clone(), stage: state_of(row)?.tahap, updated: row.updated })
            })
            .collect()
    })
}

/// Rows looked at: a broker's list holds those of all clients.
const LOOKED_AT: u32 = 200;
