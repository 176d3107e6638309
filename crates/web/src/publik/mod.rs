//! Pages for everybody: start, verification, the demo's outbox, the state of the service.

mod home;
mod outbox;
mod status;
mod verify;

pub use home::{HomeView, home, role};
pub use outbox::{OutboxView, outbox};
pub use status::{StatusCache, StatusView, job, status};
pub use verify::{VerifyView, verify_form, verify_result};
