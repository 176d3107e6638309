//! Invented data for every kind: previews, and the proof that each template can be set.

mod form;
mod letters;
mod officer;
mod parts;

use serde::Serialize;
use serde_json::Value;

pub use form::{form, form_with_items};

/// The sample of a kind; none for an unknown kind.
pub fn sample(kind: &str) -> Option<Value> {
    let value = match kind {
        "PENERIMAAN" => plain(&letters::penerimaan()),
        "NPP" => plain(&letters::npp()),
        "SPPB" => plain(&letters::sppb()),
        "SPJM" => plain(&letters::spjm()),
        "DOKAP" => plain(&letters::dokap()),
        "BILLING" => plain(&letters::billing()),
        "BPN" => plain(&letters::bpn()),
        "UMUM" => plain(&letters::umum()),
        "IP" => plain(&officer::ip()),
        "BAP" => plain(&officer::bap()),
        "LHP" => plain(&officer::lhp()),
        "SPTNP" => plain(&officer::sptnp()),
        "NPD" => plain(&officer::npd()),
        "SPBL" => plain(&officer::spbl()),
        "BC20" => plain(&form()),
        _ => return None,
    };
    Some(value)
}

fn plain<T: Serialize>(data: &T) -> Value {
    serde_json::to_value(data).unwrap_or_default()
}
