//! What a company decides about itself: its users, its brokers, its keys, and its history.

pub mod audit;
pub mod keys;
pub mod kuasa;
pub mod users;
mod name;

pub use name::name;
