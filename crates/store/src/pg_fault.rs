//! What PostgreSQL's errors mean for us.

use postgres::Error;
use postgres::error::SqlState;

use crate::Fault;

/// The fault behind an error.
pub(crate) fn fault(error: &Error) -> Fault {
    let Some(server) = error.as_db_error() else {
        let text =
            std::error::Error::source(error).map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"));
        // Without the server's word it is the link, unless the client refused a value before sending it.
        return if error.is_closed() || text.contains("communicating") || text.contains("connect") {
            Fault::Unavailable(text)
        } else {
            Fault::Statement(text)
        };
    };
    let text = server.to_string();
    match server.code() {
        &SqlState::UNIQUE_VIOLATION => {
            Fault::Unique { table: server.table().unwrap_or_default().to_owned(), detail: text }
        }
        &SqlState::RESTRICT_VIOLATION => Fault::AppendOnly(text),
        &SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED => Fault::Crossed(text),
        &SqlState::LOCK_NOT_AVAILABLE | &SqlState::QUERY_CANCELED => Fault::Busy(text),
        // The schema moved on under a prepared statement: a new connection knows the new one.
        &SqlState::FEATURE_NOT_SUPPORTED if text.contains("cached plan") => Fault::Unavailable(text),
        code => match code.code().get(..2) {
            Some("23") => Fault::Constraint(text),
            // Connection trouble, resources, operator intervention, system error.
            Some("08" | "53" | "57" | "58") => Fault::Unavailable(text),
            _ => Fault::Statement(text),
        },
    }
}
