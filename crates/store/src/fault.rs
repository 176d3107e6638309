//! What can go wrong on our side of the database.

/// A failure of the store. The user's data is a `Finding`, a workflow "no" is a `Refusal`; only this is logged as an error.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Somebody else changed the row after it was read: load again, show both, decide again.
    #[error("{what} was changed by someone else")]
    Conflict {
        /// The row that was expected at another version.
        what: String,
    },
    /// A unique or primary key is taken.
    #[error("{table} already holds this key: {detail}")]
    Unique {
        /// Table.
        table: String,
        /// The engine's own words.
        detail: String,
    },
    /// A referenced row is missing, a check failed or a mandatory column is null.
    #[error("the database refused the row: {0}")]
    Constraint(String),
    /// A frozen or append-only row was to be changed or deleted.
    #[error("append-only: {0}")]
    AppendOnly(String),
    /// More work is waiting than the queue may hold; nothing was done. Answer 503 with Retry-After.
    #[error("the store is overloaded, nothing was done")]
    Overloaded,
    /// A lock or a statement took too long, or every retry lost; nothing was done.
    #[error("the database is busy: {0}")]
    Busy(String),
    /// The database cannot be reached or written; nothing was done.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// The commit was sent and its outcome is not known: look the work up by its key, never guess.
    #[error("the outcome of the commit is unknown: {0}")]
    CommitUnknown(String),
    /// A store closure waited for the same store: it would wait for itself.
    #[error("a store closure called the store again")]
    Nested,
    /// The closure panicked; its changes were rolled back.
    #[error("a store closure panicked")]
    Panicked,
    /// The store is closing.
    #[error("the store is closed")]
    Closed,
    /// A stored value is not what the column promises.
    #[error("stored value: {0}")]
    Value(String),
    /// The schema is not the one this program was built for.
    #[error("schema: {0}")]
    Schema(String),
    /// The database address or its parameters are not usable.
    #[error("database address: {0}")]
    Address(String),
    /// A statement that the engine did not understand: always a defect of this crate.
    #[error("statement failed: {0}")]
    Statement(String),
    /// Two transactions crossed; the store retries by itself and only reports `Busy` when that does not help.
    #[error("transactions crossed: {0}")]
    Crossed(String),
}

impl Fault {
    /// A lost race on `what`.
    pub fn conflict(what: impl Into<String>) -> Self {
        Self::Conflict { what: what.into() }
    }

    /// Whether nothing was changed and the same call may succeed later.
    pub const fn is_transient(&self) -> bool {
        matches!(self, Self::Overloaded | Self::Busy(_) | Self::Unavailable(_) | Self::Crossed(_) | Self::Closed)
    }
}
