//! Query strings as clients really send them (h2h-api 1.4: `?isFinalfalse`, `?isFinal`, `isFinal=1`, `isFinal=`).

use app::h2h::H2h;
use axum::http::{StatusCode, Uri};
use kernel::{Date, Text};
use serde_json::Value;

use crate::problem::Problem;

/// Refuses an address with a NUL, which is in no number and no name and which no database stores.
pub fn check(uri: &Uri) -> Result<(), Problem> {
    let nul = [Some(uri.path()), uri.query()].into_iter().flatten().any(|part| part.contains("%00"));
    let text = Text::fixed(
        "Alamat memuat karakter NUL (%00). Kirim ulang tanpa karakter itu.",
        "The address contains a NUL character (%00). Send it again without it.",
    );
    if nul { Err(Problem::Said(StatusCode::BAD_REQUEST, text)) } else { Ok(()) }
}

/// The value of `name`, percent-decoded; empty when the parameter stands without a value.
pub fn value(query: &str, name: &str) -> Option<String> {
    query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(key) == name).then(|| decode(value))
    })
}

/// Whether a boolean parameter is set: `true` or `1`, nothing else, unless the installation takes more.
pub fn flag(h2h: &H2h, query: &str, name: &str) -> bool {
    value(query, name).is_some_and(|value| h2h.means_yes(value.trim()))
}

/// A parameter that must be there and filled.
pub fn required(query: &str, name: &'static str) -> Result<String, Problem> {
    value(query, name).filter(|value| !value.trim().is_empty()).ok_or(Problem::Missing(name))
}

/// A day, `YYYY-MM-DD` or `DD-MM-YYYY`; none when the parameter is absent or empty.
pub fn day(query: &str, name: &'static str) -> Result<Option<Date>, Problem> {
    let Some(text) = value(query, name).filter(|text| !text.trim().is_empty()) else { return Ok(None) };
    let text = text.trim();
    let backwards = || Date::strptime("%d-%m-%Y", text);
    text.parse().or_else(|_| backwards()).map(Some).map_err(|_| Problem::Day(name))
}

/// A day that must be there.
pub fn required_day(query: &str, name: &'static str) -> Result<Date, Problem> {
    day(query, name)?.ok_or(Problem::Missing(name))
}

/// Decimal text as a JSON number; text that is no number stays text.
pub fn number(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}

/// Decodes `%41` and `+`; what is not valid stays as it is.
pub fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while let Some(&byte) = bytes.get(i) {
        let hex = bytes.get(i + 1..i + 3).and_then(|h| std::str::from_utf8(h).ok());
        match (byte, hex.and_then(|h| u8::from_str_radix(h, 16).ok())) {
            (b'%', Some(decoded)) => {
                out.push(decoded);
                i += 3;
                continue;
            }
            (b'+', _) => out.push(b' '),
            _ => out.push(byte),
        }
        i += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(query: &str, expect: bool) {
        assert_eq!(flag(&H2h::default(), query, "isFinal"), expect, "{query}");
    }

    #[test]
    fn only_true_and_one_are_final() {
        check("isFinal=true", true);
        check("isFinal=TRUE", true);
        check("isFinal=1", true);
        check("x=1&isFinal=true", true);
        check("isFinal=", false);
        check("isFinal", false);
        check("isFinalfalse", false);
        check("isFinal=false", false);
        check("isFinal=0", false);
        check("isFinal=ya", false);
        check("", false);
    }

    #[test]
    fn escapes_are_decoded_once() {
        assert_eq!(value("path=respon%2F2026%2Fa+b.pdf", "path").as_deref(), Some("respon/2026/a b.pdf"));
        assert_eq!(value("path=%2541", "path").as_deref(), Some("%41"));
        assert_eq!(decode("%zz%4"), "%zz%4");
    }
}
