//! Styles, scripts and the mark: part of the binary, named by their content, kept by browsers for a year.

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};

use crate::problem::Problem;

/// A file that never changes under its name.
pub struct Asset {
    file: &'static str,
    media_type: &'static str,
    bytes: &'static [u8],
    brotli: &'static [u8],
    gzip: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/dist.rs"));

impl Asset {
    /// Its address.
    pub fn href(&self) -> String {
        format!("/aset/{}", self.file)
    }

    /// What it is.
    pub fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// Its content.
    pub fn bytes(&self) -> &'static [u8] {
        self.bytes
    }

    /// The shortest form that the reader takes.
    fn encoded(&self, accepted: &str) -> (&'static str, &'static [u8]) {
        let takes = |name: &str| {
            accepted
                .split(',')
                .map(str::trim)
                .any(|one| one == name || one.starts_with(&format!("{name};q=0.")) || one == format!("{name};q=1"))
        };
        if takes("br") {
            ("br", self.brotli)
        } else if takes("gzip") {
            ("gzip", self.gzip)
        } else {
            ("identity", self.bytes)
        }
    }
}

/// `GET /aset/{file}`.
pub async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let asset = ALL.iter().find(|asset| asset.file == file).ok_or(Problem::NotFound)?;
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (encoding, bytes) = asset.encoded(accepted);
    let headers = [
        (header::CONTENT_TYPE, asset.media_type),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "Accept-Encoding"),
        (header::CONTENT_ENCODING, encoding),
    ];
    let mut response = (headers, bytes).into_response();
    if encoding == "identity" {
        response.headers_mut().remove(header::CONTENT_ENCODING);
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_form_that_is_taken() {
        for (accepted, expected) in [
            ("gzip, deflate, br, zstd", "br"),
            ("gzip;q=0.5", "gzip"),
            ("br;q=0, gzip", "gzip"),
            ("", "identity"),
            ("brotli", "identity"),
        ] {
            assert_eq!(PABEAN_CSS.encoded(accepted).0, expected, "{accepted}");
        }
    }

    #[test]
    fn what_a_first_visit_loads_is_small() {
        assert!(PABEAN_CSS.gzip.len() <= 20 * 1024, "style");
        assert!(PABEAN_JS.gzip.len() <= 25 * 1024, "script");
    }
}
