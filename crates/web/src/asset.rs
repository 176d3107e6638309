//! Style sheet and mark: part of the binary, named by their content, kept by browsers for a year.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::problem::Problem;

/// A file that never changes under its name.
pub struct Asset {
    name: String,
    media_type: &'static str,
    bytes: &'static [u8],
}

impl Asset {
    fn new(stem: &str, extension: &str, media_type: &'static str, bytes: &'static [u8]) -> Self {
        let hash = hex::encode(Sha256::digest(bytes));
        let name = format!("{stem}-{}.{extension}", hash.get(..12).unwrap_or(&hash));
        Self { name, media_type, bytes }
    }

    /// Its address.
    pub fn href(&self) -> String {
        format!("/aset/{}", self.name)
    }

    /// Its content.
    pub fn bytes(&self) -> &'static [u8] {
        self.bytes
    }
}

/// The only style sheet.
pub static STYLE: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("pabean", "css", "text/css; charset=utf-8", include_bytes!("../assets/pabean.css")));

/// The mark in header and tab.
pub static MARK: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("tanda", "svg", "image/svg+xml", include_bytes!("../assets/tanda.svg")));

/// `GET /aset/{file}`.
pub async fn serve(Path(file): Path<String>) -> Result<Response, Problem> {
    let asset = [&*STYLE, &*MARK].into_iter().find(|asset| asset.name == file).ok_or(Problem::NotFound)?;
    let headers =
        [(header::CONTENT_TYPE, asset.media_type), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.bytes).into_response())
}
