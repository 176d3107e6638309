//! Recording: a draft is opened, filled section by section and line by line, copied, checked, sent, deleted.

mod bulk;
mod create;
mod earlier;
mod kept;
pub mod lembar;
mod lines;
mod open;
mod parts;
mod save;
mod send;
mod undo;

pub use bulk::{add_lines, copy_lines, delete_lines};
pub use create::{Source, create, delete};
pub use earlier::{Earlier, earlier};
pub use lines::{LineEdit, MOST_LINES, put_lines, save_lines};
pub use open::{Draft, Line, open};
pub use save::{Edit, Saved, save};
pub use send::{Sending, send};
pub use undo::{Change, Undo, last_change, undo_change};

pub(crate) use kept::Kept;
pub(crate) use parts::{assemble, split};
