//! How a use case can end otherwise than well: the user's data, the workflow, the right, or our own fault.

use declaration::Malformed;
use kernel::{Findings, Text};
use store::Fault;

/// Why a use case did not happen. Only [`Error::Fault`] is ours; it is logged once, at the edge.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody is logged in, or the token is over.
    #[error("belum masuk")]
    Unauthenticated,
    /// User name and password do not fit, or the account may not log in now.
    #[error("Invalid user credentials")]
    BadCredentials,
    /// The thing does not exist for this actor: missing and foreign look the same.
    #[error("tidak ditemukan")]
    NotFound,
    /// The actor's role may not do this to his own things.
    #[error("tidak berhak: {0}")]
    Denied(&'static str),
    /// Bytes that are no document.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// The document's content.
    #[error("{} temuan", .0.len())]
    Findings(Findings),
    /// The aju belongs to another document.
    #[error("Gagal, nomor aju sudah ada.")]
    Duplicate,
    /// The idempotency key came with another request before.
    #[error("kunci idempotensi sudah dipakai untuk permintaan lain")]
    KeyReused,
    /// Too often from this address or session; come back later.
    #[error("terlalu sering; coba lagi dalam {seconds} detik")]
    Throttled {
        /// Seconds until the next try counts.
        seconds: i64,
    },
    /// A sensitive act needs the password or the second factor anew.
    #[error("buktikan lagi bahwa ini Anda")]
    Reauthenticate,
    /// A link from a mail that is unknown, used, over, or replaced by a newer one: all the same.
    #[error("tautan tidak berlaku lagi")]
    LinkDead,
    /// The workflow says no.
    #[error("{}", .0.id)]
    Refused(Text),
    /// Our fault.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// Our fault, outside the store.
    #[error("{0}")]
    Broken(String),
}

impl Error {
    /// Whether nobody knows yet what became of it: asking by its key finds out, doing it again does not.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Fault(Fault::CommitUnknown(_)))
    }

    /// Whether nothing was done and the same call may succeed later.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Fault(fault) if fault.is_transient())
    }
}
