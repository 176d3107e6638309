//! The declaration from the outside: examples and fixtures in, findings out.

mod base;
mod catalogue;
mod drafts;
mod examples;
mod fixtures;
mod generated;
mod hostile;
mod leniency;
mod patch;
mod public_list;
mod trees;
