//! What everybody may see without logging in: whether a letter is genuine, how the service is doing, the demo's mail.
//!
//! None of these takes an [`Actor`](crate::Actor): nothing they return belongs to a company.

mod outbox;
mod pace;
mod service_status;
mod verify;

pub use outbox::{SentMail, outbox};
pub use pace::{Pace, pace};
pub use service_status::{Queue, ReferenceInForce, ServiceStatus, service_status};
pub use verify::{Letter, Verification, code, verify};

#[cfg(test)]
mod tests;
