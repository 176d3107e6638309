//! The import declaration BC 2.0: what came in, drafts, rules, lodging, levies and workflow. Pure.

pub mod document;
pub mod figures;
pub mod layout;
pub mod levy;
pub mod lodged;
pub mod raw;
pub mod rules;
pub mod workflow;
mod written;

pub use document::{Field, Pib, Section};
pub use lodged::Lodged;
pub use raw::{Limits, Malformed, Raw};
