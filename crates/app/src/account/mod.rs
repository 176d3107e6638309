//! Accounts: register, activate, log in, forget, prove, change; and who is behind a token or a cookie.

pub mod activate;
mod authenticate;
mod dispatch;
pub mod enter;
pub mod factor;
mod form;
pub mod import;
pub mod invite;
mod limit;
mod link;
mod login;
mod mails;
mod note;
pub mod passkey;
mod policy;
pub mod profile;
mod refresh;
pub mod reset;
pub mod session;
pub mod signup;
mod sweep;
mod tokens;
mod user_info;
mod webauthn;
mod work;

pub use authenticate::{admit, authenticate};
pub use limit::{MAILS_PER_HOUR, Origin};
pub use link::{minutes, paths};
pub use login::{login, login_from};
pub use policy::shortest as shortest_password;
pub use refresh::refresh;
pub use store::accounts::AccountState;
pub use sweep::sweep;
pub use tokens::{Session, digest};
pub use user_info::{UserInfo, user_info};

pub(crate) use authenticate::actor;
pub(crate) use dispatch::run as work;
pub(crate) use form::{Form, refuse};
pub(crate) use limit::MAILS;
pub(crate) use mails::What;
pub(crate) use note::Note;
pub(crate) use reset::end_everything;
pub(crate) use work::{Work, enqueue, tell};
