//! Accounts: log in, refresh, recognise a token.

mod authenticate;
mod login;
mod refresh;
mod tokens;

pub use authenticate::authenticate;
pub use login::login;
pub use refresh::refresh;
pub use tokens::{Session, digest};
