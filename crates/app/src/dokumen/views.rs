//! Saved views: a user's filters of the list under a name.

use kernel::Text;
use store::saved_views::{self, SavedView};

use crate::access::{Actor, UseCase};
use crate::{App, Error};

/// Most views of one user.
pub const MOST_VIEWS: u32 = 20;
/// Longest name and query, characters.
const LONGEST: (usize, usize) = (40, 500);

/// A saved view.
#[derive(Debug, Clone)]
pub struct View {
    /// For addresses.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The query of the list.
    pub query: String,
}

/// The views of a user.
pub fn views(app: &App, actor: &Actor) -> Result<Vec<View>, Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let account = actor.account_id.clone();
    let rows = app.db().read(move |tx| saved_views::of_account(tx, &account, MOST_VIEWS))?;
    Ok(rows.into_iter().map(|row| View { id: row.id, name: row.name, query: row.query }).collect())
}

/// Saves one; a view of the same name is replaced.
pub fn save_view(app: &App, actor: &Actor, name: &str, query: &str) -> Result<(), Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let name: String = name.trim().chars().filter(|c| !c.is_control()).take(LONGEST.0).collect();
    let plain = query.bytes().all(|b| b.is_ascii_graphic()) && query.len() <= LONGEST.1;
    if name.is_empty() || !plain {
        return Err(Error::Refused(Text::fixed(
            "Beri nama tampilan ini, paling banyak 40 huruf.",
            "Give the view a name of at most 40 letters.",
        )));
    }
    let view = SavedView {
        id: app.id(),
        account_id: actor.account_id.clone(),
        company_id: actor.company()?.to_owned(),
        name,
        query: query.to_owned(),
        created: app.now(),
    };
    app.db().write(move |tx| {
        let known = saved_views::of_account(tx, &view.account_id, MOST_VIEWS)?;
        let full = known.len() >= MOST_VIEWS as usize && known.iter().all(|row| row.name != view.name);
        if full {
            return Err(Error::Refused(Text::made(
                format!("Sudah ada {MOST_VIEWS} tampilan; hapus salah satu lebih dahulu."),
                format!("There are {MOST_VIEWS} views already; delete one first."),
            )));
        }
        Ok(saved_views::save(tx, &view)?)
    })
}

/// Takes one out.
pub fn delete_view(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.may(UseCase::ReadDeclaration)?;
    let (id, account) = (id.to_owned(), actor.account_id.clone());
    let gone = app.db().write(move |tx| saved_views::delete(tx, &id, &account))?;
    if gone { Ok(()) } else { Err(Error::NotFound) }
}
