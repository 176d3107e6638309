//! The clock: what passed its deadline is told so.

use declaration::workflow::Action;
use store::{declaration_lists, declarations};

use crate::process::{Env, Extras, advance, system};
use crate::{App, Error};

/// Most documents in one sweep; the next follows at once.
const MOST: u32 = 50;

/// Ticks every document whose deadline is over.
pub(super) fn overdue(app: &App) -> Result<(), Error> {
    let now = app.now();
    let late = app.db().read(move |tx| declaration_lists::overdue(tx, now, MOST))?;
    for declaration in late {
        let env = Env::of(app, declaration.kode_kantor.parse().ok(), None)?;
        let (at, id) = (app.clone(), declaration.id.clone());
        let ticked = app.db().write(move |tx| {
            let Some(mut declaration) = declarations::for_update(tx, &id)? else { return Ok(()) };
            if declaration.waiting_until.is_none_or(|until| until > env.now) {
                return Ok(());
            }
            advance(tx, &at, &env, &mut declaration, system().does(Action::Tick), &Extras::default())
        });
        if let Err(error) = ticked {
            tracing::error!(aju = %declaration.nomor_aju, %error, "deadline could not be acted on");
        }
    }
    Ok(())
}
