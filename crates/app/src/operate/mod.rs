//! What the operator does: officers, what needs a second operator, and dead jobs.

pub mod approvals;
pub mod calendar;
mod change;
pub mod import;
pub mod jobs;
pub mod officers;
