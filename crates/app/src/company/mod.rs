//! What a company decides about itself: its users, its brokers, its keys, and its history.

pub mod audit;
pub mod keys;
pub mod kuasa;
mod name;
pub mod users;

pub use name::name;
