//! The officers' queue follows what a document waits for: one open task for each function that has to act.

use std::collections::BTreeMap;

use declaration::workflow::{Role, Stage, State, Tanya, Waiting};
use jiff::Timestamp;
use store::tasks::{self, OfficerTask};
use store::{Tx, accounts};

use super::advance::{Turn, word};
use crate::Error;

/// Functions of the office that a document waits for, each with its deadline.
pub(crate) fn wanted(state: &State, wait: Option<&Waiting>) -> BTreeMap<Role, Option<Timestamp>> {
    let mut out: BTreeMap<Role, Option<Timestamp>> = BTreeMap::new();
    let Some(wait) = wait else { return out };
    let mut want = |role: Role, due: Option<Timestamp>| {
        let known = out.entry(role).or_insert(due);
        // An earlier deadline of the same function counts.
        *known = match (*known, due) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    };
    let owners =
        std::iter::once((wait.owner, wait.deadline)).chain(wait.alongside.iter().map(|a| (a.owner, a.deadline)));
    for (role, due) in owners.filter(|(role, _)| role.is_officer()) {
        want(role, Some(due));
    }
    let open = state.sppb.is_some() && state.gerbang.keluar.is_none();
    if open && state.tahap == Stage::Released {
        want(Role::Hanggar, Some(wait.deadline));
        if !state.review_over() {
            want(Role::PemeriksaDokumen, state.pendaftaran.as_ref().and_then(|_| determination_ends(wait)));
        }
    }
    if state.tahap == Stage::AwaitInspector {
        want(Role::KepalaKantor, Some(wait.deadline));
    }
    if state.tanya.is_some_and(|q| q.tanya == Tanya::Lab) {
        want(Role::PemeriksaDokumen, Some(wait.deadline));
    }
    out
}

/// The end of the time for a determination, the last of the deadlines that run by themselves.
fn determination_ends(wait: &Waiting) -> Option<Timestamp> {
    wait.alongside.iter().filter(|a| a.owner == Role::Sistem).map(|a| a.deadline).max()
}

impl Turn<'_> {
    /// Closes tasks that nobody has to do any more, opens new ones, and moves deadlines of those that stay.
    pub(super) fn queue(&self, tx: &mut dyn Tx, wait: Option<&Waiting>) -> Result<(), Error> {
        let mut wanted = wanted(&self.state, wait);
        for task in tasks::open_tasks(tx, &self.row.id)? {
            let still = wanted.keys().copied().find(|role| word(role) == task.function);
            match still.and_then(|role| wanted.remove(&role).map(|due| (role, due))) {
                Some((role, due)) => {
                    if task.due != due {
                        tasks::move_due(tx, &task.id, due)?;
                    }
                    let holder = self.holder(role);
                    if holder.is_some() && holder != task.taken_by {
                        tasks::assign(tx, &task.id, holder.as_deref(), self.env.now)?;
                    }
                }
                None => {
                    let by = (word(&self.by.peran) == task.function).then_some(self.by.pengguna.as_str());
                    tasks::done(tx, &self.row.id, &task.function, by, self.env.now)?;
                }
            }
        }
        for (role, due) in wanted {
            self.open(tx, role, due)?;
        }
        Ok(())
    }

    fn open(&self, tx: &mut dyn Tx, role: Role, due: Option<Timestamp>) -> Result<(), Error> {
        let taken_by = match self.holder(role) {
            Some(id) => accounts::by_id(tx, &id)?.map(|account| account.id),
            None => None,
        };
        tasks::open(
            tx,
            &OfficerTask {
                id: self.app.id(),
                declaration_id: self.row.id.clone(),
                function: word(&role),
                office: self.row.kode_kantor.clone(),
                since: self.env.now,
                due,
                taken_at: taken_by.as_ref().map(|_| self.env.now),
                taken_by,
                done_by: None,
                done_at: None,
            },
        )?;
        Ok(())
    }

    /// Whose task it is from the beginning: an inspection belongs to the appointed inspector.
    fn holder(&self, role: Role) -> Option<String> {
        self.state.pemeriksaan.pemeriksa.clone().filter(|_| role == Role::PemeriksaFisik)
    }
}
