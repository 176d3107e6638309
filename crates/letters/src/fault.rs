//! Making of the one error this crate returns.

use app::ports::LetterFault;

/// A letter of `kind` could not be made.
pub fn fault(kind: &str, reason: impl Into<String>) -> LetterFault {
    LetterFault { kind: kind.to_owned(), reason: reason.into() }
}
