//! What a declaration waits for: on whom, since when, until when, and what happens then.
//!
//! The screen and the clock read the same plans, so that what is announced is what happens.

mod plan;
mod rows;

use jiff::SignedDuration;
use kernel::{Text, Timestamp};
use serde::Serialize;

use super::Context;
use super::actor::Role;
use super::state::State;

pub(super) use plan::{Plan, Then, npbl_rejects, plans};

/// Why nothing happens right now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Waiting {
    /// What is missing; names the partner that does not answer, if any.
    pub reason: Text,
    /// Who has to act.
    pub owner: Role,
    /// Since when.
    pub since: Timestamp,
    /// Until when.
    pub deadline: Timestamp,
    /// How long this step usually takes.
    pub normal_duration: SignedDuration,
    /// What the clock does then.
    pub consequence: Text,
    /// Other deadlines that run meanwhile, the next one first.
    pub alongside: Vec<Alongside>,
    /// When the declaration wants its next [`super::Action::Tick`]: the earliest of all deadlines.
    pub tick_at: Timestamp,
}

/// A deadline that runs beside the step: abandonment, determination, an undecided cancellation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alongside {
    /// Who has to act.
    pub owner: Role,
    /// Until when.
    pub deadline: Timestamp,
    /// What the clock does then.
    pub consequence: Text,
}

/// What the declaration waits for; `None` before its first event and after its last.
pub fn waiting(state: &State, context: &Context) -> Option<Waiting> {
    let mut plans = plans(state, context);
    plans.sort_by_key(|plan| plan.deadline);
    let tick_at = plans.first()?.deadline;
    let main = plans.iter().find(|plan| plan.is_main)?;
    let beside =
        |plan: &Plan| Alongside { owner: plan.owner, deadline: plan.deadline, consequence: plan.consequence() };
    Some(Waiting {
        reason: with_obstacle(main.reason.clone(), state),
        owner: main.owner,
        since: main.since,
        deadline: main.deadline,
        normal_duration: main.normal,
        consequence: main.consequence(),
        alongside: plans.iter().filter(|plan| !plan.is_main).map(beside).collect(),
        tick_at,
    })
}

fn with_obstacle(reason: Text, state: &State) -> Text {
    match &state.kendala {
        Some(obstacle) if state.nhi.is_none() => Text::made(
            format!("{} {} tidak menjawab: {}.", reason.id, obstacle.mitra, obstacle.alasan),
            format!("{} {} does not answer: {}.", reason.en, obstacle.mitra, obstacle.alasan),
        ),
        _ => reason,
    }
}
