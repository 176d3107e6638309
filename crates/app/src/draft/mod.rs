//! Recording: a draft is opened, filled section by section and line by line, copied, checked, sent, deleted.

mod create;
mod lines;
mod open;
mod parts;
mod save;
mod send;

pub use create::{Source, create, delete};
pub use lines::{LineEdit, MOST_LINES, add_lines, delete_lines, save_lines};
pub use open::{Draft, Line, open};
pub use save::{Edit, Saved, save};
pub use send::{Sending, send};

pub(crate) use parts::{assemble, split};
