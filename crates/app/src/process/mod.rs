//! The engine: a command goes through the pure workflow, and what follows from it is stored in the same transaction.

mod advance;
mod amendment;
mod channel;
mod env;
mod follow;
mod issue;
pub(crate) mod manifest;
mod notices;
mod queue;
mod tell;

use declaration::workflow::{Action, Actor as Party, Command, Role as Function};
use store::declarations::Declaration;

use crate::access::{Actor, Role};

pub(crate) use advance::{Extras, advance, advance_all, word};
pub(crate) use channel::decide as draw_channel;
pub(crate) use env::Env;

/// A party of the workflow that is about to act.
pub(crate) struct Who(Party);

impl Who {
    /// A command of this party.
    pub fn does(&self, action: Action) -> Command {
        Command::new(self.0.clone(), action)
    }
}

/// The system.
pub(crate) fn system() -> Who {
    Who(Party::system())
}

/// A trader: importer of his own document, broker of another's.
pub(crate) fn trader(actor: &Actor, declaration: &Declaration) -> Who {
    let own = actor.company_id.as_deref() == Some(declaration.company_id.as_str());
    Who(Party::of(if own { Function::Importir } else { Function::Ppjk }, actor.account_id.clone()))
}

/// The function of an office that a role fills; none for accounts that are no officers.
pub(crate) const fn function(role: Role) -> Option<Function> {
    Some(match role {
        Role::Pfpb => Function::PemeriksaFisik,
        Role::Ppd => Function::PemeriksaDokumen,
        Role::P2 => Function::Penindakan,
        Role::Hanggar => Function::Hanggar,
        Role::Kepala => Function::KepalaKantor,
        Role::Perbendaharaan => Function::Perbendaharaan,
        Role::PenggunaJasa | Role::Operator => return None,
    })
}

/// An officer in his function and office; none for accounts that are no officers.
pub(crate) fn officer(actor: &Actor) -> Option<Who> {
    let function = function(actor.role)?;
    let office = actor.office.as_deref()?.parse().ok()?;
    Some(Who(Party::officer(function, actor.account_id.clone(), office)))
}
